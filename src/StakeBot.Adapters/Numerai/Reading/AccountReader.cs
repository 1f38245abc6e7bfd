using System.Collections.Concurrent;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Reads the whole account: what moves often each time, scores when they can have changed, final rounds once.</summary>
internal sealed class AccountReader(
    NumeraiReads reads, INumeraiKeys keys, TournamentReading tournaments, ClaimsReading claims, ScoreHistory scores, TimeProvider time)
{
    private const int AtOnce = 4;
    private static readonly Dictionary<string, object?> NoVariables = [];

    /// <exception cref="NumeraiUnavailableException">It cannot be read now.</exception>
    public async Task<AccountReading> ReadAsync(AccountReading? before, CancellationToken ct)
    {
        ApiKey key = await keys.ReadingAsync(ct) ?? throw new NumeraiUnavailableException("There is no key for reading: link one with stakebot link, or set Numerai:PublicId and Numerai:SecretKey.");
        DateTimeOffset now = time.GetUtcNow();
        AccountJson account = await reads.ReadAsync(Operation.Account, NoVariables, key, NumeraiJson.Default.AccountJson, ct)
            ?? throw new NumeraiUnavailableException("Numerai told no account for the key.");
        (Model Model, ModelJson Told)[] models = [.. (account.Models ?? []).Where(IsKnown).Select(told => (ModelOf(told), told))];
        List<TournamentState> states = [];
        Dictionary<Tournament, PayoutsJson> payouts = [];
        Dictionary<Tournament, ToldClaims?> unclaimed = [];
        foreach (Tournament tournament in models.Select(model => model.Model.Tournament).Distinct().Order())
        {
            TournamentState state = await tournaments.ReadAsync(tournament, ct);
            states.Add(state);
            unclaimed[tournament] = state.Regime == StakingRegime.Atomic ? await claims.ReadAsync(tournament, key, ct) : null;
            payouts[tournament] = await PayoutsAsync(tournament, key, ct);
        }
        bool scoresDue = ScoreDates.AreDue(before, states, now);
        IReadOnlyDictionary<Model, KeptHistory> histories =
            await HistoriesAsync([.. models.Select(model => model.Model)], states, scoresDue, before, ct);
        return Assemble(account, models, states, payouts, unclaimed, histories, scoresDue ? now : before!.ScoresReadAt, now);
    }

    private async Task<PayoutsJson> PayoutsAsync(Tournament tournament, ApiKey key, CancellationToken ct) =>
        await reads.ReadAsync(Operation.Payouts, new Dictionary<string, object?> { ["tournament"] = (int)tournament }, key, NumeraiJson.Default.PayoutsJson, ct)
        ?? throw new NumeraiUnavailableException($"Numerai told no payouts of {tournament}.");

    // Those that are not due are taken as they are; the others keep their final rounds, unless scores matter now that did not before.
    private async Task<IReadOnlyDictionary<Model, KeptHistory>> HistoriesAsync(
        Model[] models, List<TournamentState> states, bool due, AccountReading? before, CancellationToken ct)
    {
        ConcurrentDictionary<Model, KeptHistory> read = new();
        await Parallel.ForEachAsync(models, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (model, token) =>
        {
            TournamentState state = states.Single(one => one.Tournament == model.Tournament);
            string[] labels = Labels(state);
            bool same = before?.States.FirstOrDefault(one => one.Tournament == model.Tournament) is { } then && Labels(then).SequenceEqual(labels);
            KeptHistory? known = same ? before!.Histories.GetValueOrDefault(model) : null;
            read[model] = known is not null && !due
                ? known
                : await scores.ReadAsync(model, known, state.Current.Number, state.ResolvedThrough, labels, token);
        });
        return read;
    }

    private static string[] Labels(TournamentState state) =>
        [.. ScoreLabels.Kept.Union(state.Rule.Multipliers.Select(part => part.Score.Value).Where(name => ScoreLabels.Kept.All(label => ScoreLabels.NameOf(label).Value != name)))];

    private static AccountReading Assemble(
        AccountJson account,
        (Model Model, ModelJson Told)[] models,
        List<TournamentState> states,
        Dictionary<Tournament, PayoutsJson> payouts,
        Dictionary<Tournament, ToldClaims?> unclaimed,
        IReadOnlyDictionary<Model, KeptHistory> histories,
        DateTimeOffset scoresReadAt,
        DateTimeOffset now)
    {
        List<TournamentStakes> stakes = [];
        List<string> notes = [];
        List<string> lasting = [];
        List<LedgerEntry> entries = [];
        Dictionary<Tournament, ScorePanel> panels = [];
        foreach (TournamentState state in states)
        {
            (Model Model, ModelJson Told)[] own = [.. models.Where(model => model.Model.Tournament == state.Tournament)];
            PayoutsJson money = payouts[state.Tournament];
            Stake[] staked = [.. own.Select(model => StakeOf(model.Model, model.Told, money.Pending ?? [], histories[model.Model], state))];
            TournamentStakes told = new(state.Tournament, state.Regime, state.Current, state.Rule.OverlappingRounds, Nmr.Zero, staked) { OnChain = state.OnChain };
            (TournamentStakes whole, IReadOnlyList<string> ofClaims) = ClaimMapping.With(told, unclaimed[state.Tournament]);
            stakes.Add(whole);
            entries.AddRange(own.SelectMany(model => LedgerMapping.Of(model.Model, histories[model.Model], money.Actual ?? [])));
            int untold = own.Sum(model => LedgerMapping.Untold(histories[model.Model], money.Actual ?? [], model.Model));
            if (untold > 0)
                notes.Add($"{state.Tournament}: of {untold} resolved positions Numerai does not tell the result; they are not in the ledger.");
            string[] unreadable = [.. StakeMapping.Unreadable(state)];
            notes.AddRange([.. state.Notes, .. unreadable, .. StakeMapping.StakedTheOldWay(state, [.. own.Select(model => model.Told)]), .. ofClaims]);
            // Claims that nobody was asked for.
            lasting.AddRange([.. unreadable, .. unclaimed[state.Tournament] is null ? ofClaims : []]);
            if (ScorePanels.Of([.. own.Select(model => (model.Model, histories[model.Model]))], state) is { } panel)
                panels[state.Tournament] = panel;
        }
        Nmr wallet = account.AvailableNmr ?? throw new NumeraiUnavailableException("Numerai's answer lacks the wallet.");
        StakeSnapshot snapshot = new(account.Username ?? "", now, wallet, stakes) { Notes = notes, LastingNotes = lasting };
        Ledger ledger = new([.. entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Round).ThenBy(entry => entry.Model.Tournament)]);
        return new AccountReading(snapshot, states, histories, panels, ledger, scoresReadAt);
    }

    private static Stake StakeOf(Model model, ModelJson told, IReadOnlyList<PayoutJson> pending, KeptHistory history, TournamentState state)
    {
        Nmr expected = pending.Where(payout => payout.ModelId == model.Id.Value).Select(payout => payout.PayoutNmr ?? Nmr.Zero).Total;
        return state.Regime == StakingRegime.Legacy
            ? StakeMapping.Legacy(model, told, expected, history, state)
            : StakeMapping.Atomic(model, told, expected, history, state);
    }

    private static bool IsKnown(ModelJson told) =>
        told is { Id: not null, Name: not null, Tournament: { } number } && Enum.IsDefined((Tournament)number) && number != (int)Tournament.None;

    private static Model ModelOf(ModelJson told) => new(new ModelId(told.Id!), told.Name!, (Tournament)told.Tournament!.Value);
}
