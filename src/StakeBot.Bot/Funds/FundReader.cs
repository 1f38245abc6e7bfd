using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Funds;

/// <summary>Reads the account and prices its history; the same data are read and estimated once, whoever asks.</summary>
public sealed class FundReader(INumerai numerai, PayoutHistory rules, PricingChoice choice, IFundLimits limits) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private (long Version, RiskPolicy Limits, Fund Fund)? _newest;

    /// <summary>The fund as it is now.</summary>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public async Task<Fund> ReadAsync(CancellationToken ct)
    {
        long version = await numerai.ReadVersionAsync(ct);
        RiskPolicy policy = await limits.CurrentAsync(ct);
        await _reading.WaitAsync(ct);
        try
        {
            if (_newest is { } newest && newest.Version == version && newest.Limits == policy)
                return newest.Fund;
            Fund fund = await ReadAnewAsync(policy, ct);
            _newest = (version, policy, fund);
            return fund;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Fund> ReadAnewAsync(RiskPolicy policy, CancellationToken ct)
    {
        StakeSnapshot snapshot = await numerai.ReadStakesAsync(ct);
        Ledger ledger = await numerai.ReadLedgerAsync(ct);
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
                    priced.Add(PricedTournament.Of(panel, chosen));
                    break;
                case PricingRule.Impossible impossible:
                    unpriced.Add(impossible.Reason);
                    break;
            }
        }
        return new Fund(snapshot, ledger, priced, unpriced, policy);
    }
}
