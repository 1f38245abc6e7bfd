using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>An account that lies in files: scores, and stakes or a what-if. It never changes.</summary>
public sealed class FileNumerai : INumerai
{
    private static readonly Nmr WhatIfStake = new(1m);

    private readonly IReadOnlyList<ScorePanel> _panels;
    private readonly StakeSnapshot _stakes;

    private FileNumerai(IReadOnlyList<ScorePanel> panels, StakeSnapshot stakes)
    {
        if (panels.Count == 0)
            throw new ArgumentException("An account in files has scores of at least one tournament.", nameof(panels));
        _panels = panels;
        _stakes = stakes;
    }

    /// <summary>The account of a stakes file.</summary>
    /// <exception cref="ArgumentException">There is no panel.</exception>
    public static FileNumerai WithStakes(IReadOnlyList<ScorePanel> panels, StakeSnapshot stakes) => new(panels, stakes);

    /// <summary>An account that nobody has: 1.00 NMR in each model, settled, as if it had been there for R rounds.</summary>
    /// <param name="panels">The scores.</param>
    /// <param name="ruleOf">The rule that prices a panel: its regime and its R hold for the stakes.</param>
    /// <exception cref="ArgumentException">There is no panel.</exception>
    public static FileNumerai WhatIf(IReadOnlyList<ScorePanel> panels, Func<ScorePanel, PayoutRule> ruleOf)
    {
        if (panels.Count == 0)
            throw new ArgumentException("An account in files has scores of at least one tournament.", nameof(panels));
        return new FileNumerai(panels, new StakeSnapshot(
            $"what-if: {WhatIfStake} in each model",
            FileCalendar.TakenAt(panels),
            Nmr.Zero,
            [.. panels.Select(panel => Stakes(panel, panels, ruleOf(panel)))]));
    }

    /// <inheritdoc/>
    public Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct) => Task.FromResult(_stakes);

    /// <inheritdoc/>
    public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) =>
        Task.FromResult(_panels.FirstOrDefault(panel => panel.Tournament == tournament));

    /// <inheritdoc/>
    public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => Task.FromResult(Ledger.Empty);

    /// <inheritdoc/>
    public Task<long> ReadVersionAsync(CancellationToken ct) => Task.FromResult(1L);

    private static TournamentStakes Stakes(ScorePanel panel, IReadOnlyList<ScorePanel> panels, PayoutRule rule) => new(
        panel.Tournament,
        rule.Regime,
        FileCalendar.NewestRound(panel.Tournament, panels, rule.OverlappingRounds),
        rule.OverlappingRounds,
        Nmr.Zero,
        [.. panel.Models.Select(model => LineStakes.Settled(model, WhatIfStake, rule.Regime, rule.OverlappingRounds))]);
}
