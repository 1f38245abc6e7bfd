using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Commands.Completion;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Features.Audit;
using StakeBot.Bot.Features.Auto;
using StakeBot.Bot.Features.BacktestView;
using StakeBot.Bot.Features.BurnView;
using StakeBot.Bot.Features.Cancel;
using StakeBot.Bot.Features.CompareView;
using StakeBot.Bot.Features.Confirm;
using StakeBot.Bot.Features.CorrelationView;
using StakeBot.Bot.Features.Decide;
using StakeBot.Bot.Features.Digest;
using StakeBot.Bot.Features.DrawdownView;
using StakeBot.Bot.Features.Export;
using StakeBot.Bot.Features.FrontierView;
using StakeBot.Bot.Features.Help;
using StakeBot.Bot.Features.Link;
using StakeBot.Bot.Features.Mode;
using StakeBot.Bot.Features.Models;
using StakeBot.Bot.Features.Paper;
using StakeBot.Bot.Features.Pause;
using StakeBot.Bot.Features.People;
using StakeBot.Bot.Features.Policy;
using StakeBot.Bot.Features.Proposals;
using StakeBot.Bot.Features.Propose;
using StakeBot.Bot.Features.RiskView;
using StakeBot.Bot.Features.Start;
using StakeBot.Bot.Features.Status;
using StakeBot.Bot.Features.Undo;
using StakeBot.Bot.Features.Watch;
using StakeBot.Bot.Features.WhoAmI;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Linking;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Watching;

namespace StakeBot.Bot;

/// <summary>Puts the room together. The list of commands is here to be read, in the order of the menu.</summary>
public static class BotRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>The router, the features and the jobs.</summary>
        public IServiceCollection AddBot(BotMode mode, PricingChoice pricing)
        {
            services.AddSingleton(mode).AddSingleton(pricing).AddSingleton(TimeProvider.System);
            services.AddSingleton<Inbox>().AddSingleton<RunningTurns>().AddSingleton<SurfaceFault>().AddSingleton<FundReader>().AddSingleton<WatchList>().AddSingleton<WatchedReader>();
            services.AddPeople().AddLinking().AddExecution().AddWatching();
            services.AddSingleton<TapSeal>().AddSingleton<TapRouter>().TryAddSingleton<ITapKeys, RandomTapKeys>();
            services.AddCommands();
            services.AddSingleton<OutboxSignal>().AddSingleton<OutboxSender>();
            services.AddHostedService<InboxReader>().AddHostedService<WarmUp>().AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
            services.AddHostedService<TapKeyRotation>().AddHostedService<ClockWatch>();
            return services;
        }

        private IServiceCollection AddCommands() => services
            .AddSingleton<ICommand, StartCommand>()
            .AddSingleton<ICommand, HelpCommand>()
            .AddSingleton<ICommand, StatusCommand>()
            .AddSingleton<ICommand, ModelsCommand>()
            .AddSingleton<ICommand, FrontierCommand>()
            .AddSingleton<ICommand, RiskCommand>()
            .AddSingleton<ICommand, DrawdownCommand>()
            .AddSingleton<ICommand, BurnCommand>()
            .AddSingleton<ICommand, CorrelationCommand>()
            .AddSingleton<ICommand, CompareCommand>()
            .AddSingleton<ICommand, BacktestCommand>()
            .AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<ProposeCommand>(provider, "propose"))
            .AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<ProposeCommand>(provider, "rebalance"))
            .AddSingleton<ICommand, ProposalsCommand>()
            .AddSingleton<ICommand, ConfirmCommand>()
            .AddSingleton<ICommand, CancelCommand>()
            .AddSingleton<ICommand, UndoCommand>()
            .AddSingleton<ICommand, DecideCommand>()
            .AddSingleton<ICommand, PolicyCommand>()
            .AddSingleton<ICommand, AuditCommand>()
            .AddSingleton<ICommand, ExportCommand>()
            .AddSingleton<ICommand, PauseCommand>()
            .AddSingleton<ICommand, ResumeCommand>()
            .AddSingleton<ICommand, ModeCommand>()
            .AddSingleton<ICommand, WatchCommand>()
            .AddSingleton<ICommand, DigestCommand>()
            .AddSingleton<ICommand, AutoCommand>()
            .AddSingleton<ICommand, PaperCommand>()
            .AddSingleton<ICommand, PeopleCommand>()
            .AddSingleton<ICommand, LinkCommand>()
            .AddSingleton<ICommand, WhoAmICommand>()
            .AddSingleton<CommandCatalogue>()
            .AddSingleton<Func<CommandCatalogue>>(provider => provider.GetRequiredService<CommandCatalogue>)
            .AddSingleton<ICompletion, CatalogueCompletion>()
            .AddSingleton<IAnswerer, CommandRouter>();
    }
}
