using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Desks;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;

namespace StakeBot.Bot.Execution;

/// <summary>From a proposal to a confirmed stake change: the only door through which one leaves.</summary>
internal static class ExecutionRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddExecution()
        {
            services.TryAddSingleton(_ => Failpoints.FromEnvironment());
            services.AddSingleton<RunIdentity>().AddSingleton<PolicyKeeper>().AddSingleton<IFundLimits, PolicyLimits>().AddSingleton<PauseSwitch>().AddSingleton<ModeSwitch>();
            services.AddSingleton(provider => new StoredProposalsCheck(provider.GetRequiredService<ProposalBook>()));
            services.AddSingleton<ProposalBook>().AddSingleton<JournalReader>().AddSingleton<Proposer>().AddSingleton<DriftReader>().AddSingleton<Compensation>().AddSingleton<FreshProposal>();
            services.AddSingleton<IStakeDesk, PaperStakeDesk>().AddSingleton<IStakeDesk, DryRunDesk>();
            services.AddSingleton<IStakeDesk, LegacyStakeDesk>().AddSingleton<IStakeDesk, StrategyStakeDesk>();
            services.AddSingleton<Notices>().AddSingleton<StepOutcome>().AddSingleton<StepGate>().AddSingleton<ClockTrust>().AddSingleton<PendingTurn>().AddSingleton<GraceTurn>().AddSingleton<StepsTurn>();
            services.AddSingleton<Executor>().AddSingleton<ExecutorSignal>();
            services.AddSingleton<Confirmation>().AddSingleton<Cancellation>().AddSingleton<Settlement>();
            services.AddSingleton<CardPicture>().AddSingleton<CardText>();
            services.AddSingleton<IOutgoingText>(provider => provider.GetRequiredService<CardText>());
            services.AddSingleton<IShownCards>(provider => provider.GetRequiredService<CardText>());
            services.AddSingleton<ITapHandler, ProposalTaps>();
            return services.AddHostedService<ExecutorLoop>();
        }
    }
}
