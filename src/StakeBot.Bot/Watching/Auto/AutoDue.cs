using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Watching.Auto;

/// <summary>
/// Makes a proposal when a limit is broken, a model has drifted or the calendar says so, and asks those who may confirm. One at a time, with a pause in
/// between; nothing while the bot is paused or in safe mode, or too short before a round closes. It sends nothing.
/// </summary>
internal sealed class AutoDue(
    AutoBook book,
    Proposer proposer,
    ProposalBook proposals,
    PauseSwitch pause,
    FundReader funds,
    PolicyKeeper policies,
    DigestBook digests,
    IPeople people,
    IStakeStore store,
    TimeProvider time) : IDueHandler
{
    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromHours(12);
    private static readonly TimeSpan AfterQuiet = TimeSpan.FromHours(1);
    private static readonly PlatformIdentity Itself = new("stakebot", "auto", "StakeBot");

    private (Fund Fund, long Policy, PolicyDrift? Drift)? _measured;

    public string Kind => AutoBook.Kind;

    public async Task RestoreAsync(CancellationToken ct) => await book.PlanAsync(await book.FindAsync(ct), ct);

    public async Task<DueStep> HandleAsync(DueItem item, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        string occurrence = $"{item.Id}:{item.Due.ToUnixTimeSeconds()}";
        if (await book.FindAsync(ct) is not { IsOn: true } setting)
            return new DueStep(occurrence, null, []);
        bool isCalendar = item.Id == AutoBook.Calendar;
        DateTimeOffset? next = isCalendar ? setting.Times()?.Next(item.Due > now ? item.Due : now) : now + AutoBook.Every;
        DueItem? again = next is { } at ? item with { Due = at } : null;
        try
        {
            IReadOnlyList<OutgoingMessage> messages = await MakeAsync(setting, isCalendar, now, ct);
            return new DueStep(occurrence, again, messages);
        }
        catch (NumeraiUnavailableException) when (isCalendar)
        {
            // The day is not lost by an hour without Numerai.
            return new DueStep($"{occurrence}:{now.ToUnixTimeSeconds()}", item with { Due = now + AutoBook.Every }, []);
        }
        catch (NumeraiUnavailableException)
        {
            return new DueStep(occurrence, again, []);
        }
    }

    private async Task<IReadOnlyList<OutgoingMessage>> MakeAsync(AutoSetting setting, bool isCalendar, DateTimeOffset now, CancellationToken ct)
    {
        if (store.SafeMode is not null || await pause.ReasonAsync(ct) is not null)
            return [];
        QuietHours? quiet = (await digests.FindAsync(Member.OwnerId, ct))?.Quiet();
        DateTimeOffset rings = quiet?.EndOf(now) ?? now;
        Fund fund = await funds.ReadAsync(ct);
        if ((await proposals.LiveAsync(ct)).FirstOrDefault(stored => stored.Proposal.Account == fund.Snapshot.Account && !stored.Proposal.State.IsFinal) is { } open)
            return await AnnouncementsAsync(open.Proposal, rings, ct);
        if (setting.MadeAt is { } made && now - made < setting.CoolDown)
            return [];
        string? because = isCalendar ? "By itself: the calendar asked for it." : AutoReason.Of(fund, await DriftAsync(fund, ct), setting.Threshold);
        if (because is null)
            return [];
        Occasion occasion = new(isCalendar ? ProposalOrigin.Schedule : ProposalOrigin.Threshold, because, Expiry(now, rings, quiet));
        if (await proposer.MakeAsync(new ProposalGoal.Follow(null), occasion, Itself, isPreview: false, ct) is not ProposeOutcome.Made { Stored: var stored })
            return [];
        await book.SetAsync(setting with { MadeAt = now }, "auto-proposed", "stakebot", ct);
        return await AnnouncementsAsync(stored.Proposal, rings, ct);
    }

    // Also for one that a kill kept from being announced: their ids are taken once.
    private async Task<IReadOnlyList<OutgoingMessage>> AnnouncementsAsync(Proposal proposal, DateTimeOffset rings, CancellationToken ct) =>
        proposal is { Origin: ProposalOrigin.Threshold or ProposalOrigin.Schedule, State: ProposalState.Pending } && (await proposals.CardsAsync(proposal.Id, ct)).Count == 0
            ? [.. (await DecidersAsync(ct)).Select(identity => Announcement(proposal, identity, rings))]
            : [];

    // A fund that has not changed is not measured again every half hour.
    private async Task<PolicyDrift?> DriftAsync(Fund fund, CancellationToken ct)
    {
        FundPolicy policy = await policies.CurrentAsync(ct);
        if (_measured is not { } measured || measured.Fund != fund || measured.Policy != policy.Version)
            _measured = measured = (fund, policy.Version, PolicyDrift.Of(fund, policy.Allocation(policies.Book)));
        return measured.Drift;
    }

    // Not inside the quiet hours without an hour after them.
    private static DateTimeOffset Expiry(DateTimeOffset now, DateTimeOffset rings, QuietHours? quiet)
    {
        DateTimeOffset expires = now + WaitsAtMost;
        DateTimeOffset morning = quiet?.EndOf(expires) ?? expires;
        DateTimeOffset least = (morning > expires ? morning : rings) + AfterQuiet;
        return least > expires ? least : expires;
    }

    private async Task<IEnumerable<MemberIdentity>> DecidersAsync(CancellationToken ct)
    {
        MemberIdentity[] known = [.. (await people.ListAsync(ct)).Where(member => member.Role >= Role.Approver).SelectMany(member => member.Identities)];
        return known.Length > 0 ? known : [new MemberIdentity(ChatAddress.LocalPage.Platform, ChatAddress.LocalPage.Chat)];
    }

    private static OutgoingMessage Announcement(Proposal proposal, MemberIdentity to, DateTimeOffset rings) => new(
        $"card:{proposal.Id.Value}:1:{to.Platform}:{to.Id}", to.Platform, to.Id, OutgoingPriority.Alert, CardBody.Edit(proposal.Id), rings);
}
