using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Watching.Auto;

/// <summary>
/// Makes a proposal when a limit is broken, a model has drifted or the calendar says so, and asks those who may confirm. One at a time, with a pause in
/// between; nothing while the bot is paused or in safe mode, while the account cannot be read anew, or when a round closes before they could answer. It
/// sends nothing.
/// </summary>
internal sealed class AutoDue(
    AutoBook book,
    Proposer proposer,
    ProposalBook proposals,
    PauseSwitch pause,
    INumerai numerai,
    FundReader funds,
    PolicyKeeper policies,
    AutoDeciders deciders,
    IStakeStore store,
    BotMode mode,
    TimeProvider time) : IDueHandler
{
    private static readonly TimeSpan AfterClose = TimeSpan.FromMinutes(1);
    private static readonly PlatformIdentity Itself = new("stakebot", "auto", "StakeBot");

    private (Fund Fund, long Policy, PolicyDrift? Drift)? _measured;

    public string Kind => AutoBook.Kind;

    public Task RestoreAsync(CancellationToken ct) => book.RestoreAsync(ct);

    public async Task<DueStep> HandleAsync(DueItem item, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        string occurrence = $"{item.Id}:{item.Due.ToUnixTimeSeconds()}";
        if (await book.StoredAsync(ct) is not { } stored || !stored.Setting.IsOn)
            return new DueStep(occurrence, null, []);
        bool isCalendar = item.Id == AutoBook.Calendar;
        DateTimeOffset? next = isCalendar ? stored.Setting.Times()?.Next(item.Due > now ? item.Due : now) : now + AutoBook.Every;
        DueItem? again = next is { } at ? item with { Due = at } : null;
        try
        {
            AutoLook look = await LookAsync(stored.Setting, stored.Version, isCalendar, now, ct);
            return look.Again is { } soon ? Later(soon) : new DueStep(occurrence, again, look.Messages);
        }
        catch (NumeraiUnavailableException) when (isCalendar)
        {
            // The day is not lost by an hour without Numerai.
            return Later(now + AutoBook.Every);
        }
        catch (NumeraiUnavailableException)
        {
            return new DueStep(occurrence, again, []);
        }

        DueStep Later(DateTimeOffset due) => new($"{occurrence}:{now.ToUnixTimeSeconds()}", item with { Due = due }, []);
    }

    private async Task<AutoLook> LookAsync(AutoSetting setting, long version, bool isCalendar, DateTimeOffset now, CancellationToken ct)
    {
        if (store.SafeMode is not null || await pause.ReasonAsync(ct) is not null)
            return AutoLook.Nothing;
        // Figures that stand in for ones that cannot be read are no reason to ask for anything.
        await numerai.RefreshAsync(ct);
        Fund fund = await funds.ReadAsync(ct);
        IReadOnlyList<AutoDecider> asked = await deciders.ListAsync(ct);
        if ((await proposals.LiveAsync(ct)).FirstOrDefault(stored => stored.Proposal.Account == fund.Snapshot.Account && !stored.Proposal.State.IsFinal) is { } open)
            return new AutoLook(await AnnouncementsAsync(open.Proposal, asked, now, ct), null);
        // Made in the future: by a clock that was ahead.
        if (setting.MadeAt is { } last && last <= now && now - last < setting.CoolDown)
            return AutoLook.Nothing;
        string? because = isCalendar ? "By itself: the calendar asked for it." : AutoReason.Of(fund, await DriftAsync(fund, ct), setting.Threshold);
        if (because is null)
            return AutoLook.Nothing;
        DateTimeOffset? close = NextClose(fund.Snapshot, now);
        if (AutoExpiry.Of(now, close, asked) is not { } expires)
            return isCalendar ? new AutoLook([], close + AfterClose) : AutoLook.Nothing;
        Occasion occasion = new(isCalendar ? ProposalOrigin.Schedule : ProposalOrigin.Threshold, because, expires) { Together = AutoBook.Noted(setting, version, now) };
        return await proposer.MakeAsync(new ProposalGoal.Follow(null), occasion, Itself, isPreview: false, ct) switch
        {
            ProposeOutcome.Made { Stored: var made } => new AutoLook(await AnnouncementsAsync(made.Proposal, asked, now, ct), null),
            // What is set was changed during this look: what is set now counts.
            _ when (await book.StoredAsync(ct))?.Version != version => new AutoLook([], now + AutoBook.FirstLook),
            _ => AutoLook.Nothing,
        };
    }

    // Of every tournament: which one a plan touches is not known before. A simulated account's rounds close when it is told to move on, never by the clock.
    private DateTimeOffset? NextClose(StakeSnapshot snapshot, DateTimeOffset now) => mode.Value == ExecutionMode.Paper
        ? null
        : snapshot.Tournaments.Select(t => t.CurrentRound.Closes).Where(close => close > now).Select(close => (DateTimeOffset?)close).Min();

    // Also for one that a kill kept from being announced: their ids are taken once.
    private async Task<IReadOnlyList<OutgoingMessage>> AnnouncementsAsync(Proposal proposal, IReadOnlyList<AutoDecider> asked, DateTimeOffset now, CancellationToken ct) =>
        proposal is { Origin: ProposalOrigin.Threshold or ProposalOrigin.Schedule, State: ProposalState.Pending } && (await proposals.CardsAsync(proposal.Id, ct)).Count == 0
            ? [.. asked.Select(decider => Announcement(proposal, decider, now))]
            : [];

    // A fund that has not changed is not measured again every half hour.
    private async Task<PolicyDrift?> DriftAsync(Fund fund, CancellationToken ct)
    {
        FundPolicy policy = await policies.CurrentAsync(ct);
        if (_measured is not { } measured || measured.Fund != fund || measured.Policy != policy.Version)
            _measured = measured = (fund, policy.Version, PolicyDrift.Of(fund, policy.Allocation(policies.Book)));
        return measured.Drift;
    }

    private static OutgoingMessage Announcement(Proposal proposal, AutoDecider to, DateTimeOffset now) => new(
        $"card:{proposal.Id.Value}:1:{to.Identity.Key}", to.Identity.Platform, to.Identity.Id, OutgoingPriority.Alert, CardBody.Edit(proposal.Id), to.RingsAt(now));
}

/// <summary>What a look led to.</summary>
/// <param name="Messages">What is to be said.</param>
/// <param name="Again">When to look again for the same occasion; null: this one is over.</param>
internal sealed record AutoLook(IReadOnlyList<OutgoingMessage> Messages, DateTimeOffset? Again)
{
    public static AutoLook Nothing { get; } = new([], null);
}
