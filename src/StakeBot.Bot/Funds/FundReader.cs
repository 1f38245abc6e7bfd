using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Funds;

/// <summary>Reads the account and prices its history; the same data are read and estimated once, whoever asks.</summary>
public sealed class FundReader(INumerai numerai, PayoutHistory known, PricingChoice choice, IFundLimits limits, WatchList watch, WatchedReader watched, IRoundRules? inForce = null) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly SettlingMemory _settling = new();
    private (long Version, RiskPolicy Limits, string Watched, Fund Fund)? _newest;
    private Fund? _whatIf;
    private volatile Fund? _read;

    /// <summary>The fund as it was last read, without reading anything; null when nobody has asked for it yet.</summary>
    public Fund? LastRead => _read;

    /// <summary>The fund as it is now, without anything that is only watched.</summary>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public async Task<Fund> ReadAsync(CancellationToken ct) => (await ReadAsync(false, ct)).Own;

    /// <summary>The fund with the watched models of others as members that hold nothing.</summary>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public Task<Fund> ReadWithWatchedAsync(CancellationToken ct) => ReadAsync(true, ct);

    private async Task<Fund> ReadAsync(bool withWatched, CancellationToken ct)
    {
        long version = await numerai.ReadVersionAsync(ct);
        RiskPolicy policy = await limits.CurrentAsync(ct);
        IReadOnlyList<WatchedModel> list = await watch.ListAsync(ct);
        string names = string.Join('\n', list.Select(model => model.Key));
        await _reading.WaitAsync(ct);
        try
        {
            if (_newest is not { } newest || newest.Version != version || newest.Limits != policy || newest.Watched != names)
            {
                newest = (version, policy, names, await ReadAnewAsync(policy, list, ct));
                (_newest, _whatIf) = (newest, null);
                _read = newest.Fund;
            }
            if (!withWatched)
                return newest.Fund;
            Fund whatIf = _whatIf ?? await watched.AddAsync(newest.Fund, list, ct);
            // What could not be read now is tried again the next time.
            _whatIf = whatIf.WatchNotes.Count == 0 ? whatIf : null;
            return whatIf;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Fund> ReadAnewAsync(RiskPolicy policy, IReadOnlyList<WatchedModel> list, CancellationToken ct)
    {
        StakeSnapshot snapshot = NotYours.Without(await numerai.ReadStakesAsync(ct), list);
        Ledger ledger = await numerai.ReadLedgerAsync(ct);
        PayoutHistory rules = inForce is null ? known : known.With(await inForce.ReadRulesAsync(ct));
        List<PricedTournament> priced = [];
        List<string> unpriced = [];
        foreach (TournamentStakes stakes in snapshot.Tournaments)
        {
            if (await numerai.ReadScoresAsync(stakes.Tournament, ct) is not { } panel)
            {
                unpriced.Add($"There are no {stakes.Tournament} scores.");
                continue;
            }
            string? named = rules.Named(choice.RuleName ?? "")?.Tournament is { } only && only != stakes.Tournament ? null : choice.RuleName;
            switch (PricingRule.Choose(panel, rules, named))
            {
                case PricingRule.Chosen chosen:
                    priced.Add(NotYours.Without(PricedTournament.Of(panel, chosen), snapshot, list));
                    break;
                case PricingRule.Impossible impossible:
                    unpriced.Add(impossible.Reason);
                    break;
            }
        }
        return new Fund(snapshot, ledger, priced, unpriced, policy) { Settling = _settling };
    }
}
