using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Features.BacktestView;
using StakeBot.Bot.Features.CompareView;
using StakeBot.Bot.Features.CorrelationView;
using StakeBot.Bot.Features.DrawdownView;
using StakeBot.Bot.Features.FrontierView;
using StakeBot.Bot.Features.Help;
using StakeBot.Bot.Features.Models;
using StakeBot.Bot.Features.Paper;
using StakeBot.Bot.Features.People;
using StakeBot.Bot.Features.RiskView;
using StakeBot.Bot.Features.Start;
using StakeBot.Bot.Features.Status;
using StakeBot.Bot.Features.WhoAmI;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.People;

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
            services.AddSingleton<Inbox>().AddSingleton<RunningTurns>().AddSingleton<FundReader>();
            services.AddPeople();
            services.AddCommands();
            services.AddHostedService<InboxReader>().AddHostedService<WarmUp>();
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
            .AddSingleton<ICommand, CorrelationCommand>()
            .AddSingleton<ICommand, CompareCommand>()
            .AddSingleton<ICommand, BacktestCommand>()
            .AddSingleton<ICommand, PaperCommand>()
            .AddSingleton<ICommand, PeopleCommand>()
            .AddSingleton<ICommand, WhoAmICommand>()
            .AddSingleton<CommandCatalogue>()
            .AddSingleton<Func<CommandCatalogue>>(provider => provider.GetRequiredService<CommandCatalogue>)
            .AddSingleton<IAnswerer, CommandRouter>();
    }
}
