using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>What a line of a stakes file is about.</summary>
internal enum StakeLineKind
{
    Model,
    Idle,
    Wallet,
}

/// <summary>One line of a stakes file, as it was read.</summary>
internal sealed record StakeLine(int Line, StakeLineKind Kind, Tournament Tournament, string Name)
{
    private static readonly Dictionary<string, StakingRegime> Regimes = new() { ["legacy"] = StakingRegime.Legacy, ["atomic"] = StakingRegime.Atomic };
    private static readonly Dictionary<string, StakeMode> Modes = new() { ["constant"] = StakeMode.Constant, ["fixed"] = StakeMode.Constant, ["compound"] = StakeMode.Compound };
    private static readonly Dictionary<string, bool> Switches = new() { ["on"] = true, ["off"] = false, ["1"] = true, ["0"] = false, ["true"] = true, ["false"] = false };

    public StakingRegime? Regime { get; private init; }

    /// <summary>The NMR that is staked; of an idle or wallet line, the NMR that is there.</summary>
    public Nmr? Stake { get; private init; }

    public Nmr? PerRound { get; private init; }

    public StakeMode? Mode { get; private init; }

    public bool? Automation { get; private init; }

    public int? OpenRounds { get; private init; }

    public Nmr? BurnDebt { get; private init; }

    public Nmr? PendingRelease { get; private init; }

    public DateTimeOffset? ReleaseDue { get; private init; }

    public Nmr? PendingIncrease { get; private init; }

    public Nmr? PayoutPending { get; private init; }

    public int? MissedSubmissions { get; private init; }

    /// <summary>Two lines with the same key speak of the same NMR.</summary>
    public string Key => Kind is StakeLineKind.Wallet ? "(wallet)" : FileModel.Id(Tournament, Name).Value;

    /// <summary>Reads the current row; null when it has become a problem.</summary>
    /// <param name="only">The tournament of a line that names none; null when it must name one.</param>
    public static StakeLine? Read(StakeCells cells, Tournament? only)
    {
        string name = cells.Text(StakeColumns.Model) ?? "";
        if (FileModel.Complaint(name) is { } complaint)
            cells.Complain(StakeColumns.Model, complaint);
        StakeLineKind? kind = KindOf(name, cells);
        Tournament? tournament = kind is StakeLineKind.Wallet ? Tournament.None : ReadTournament(cells, only);
        if (kind is null || tournament is null)
            return null;
        if (kind is not StakeLineKind.Model && StakeColumns.OfModels.FirstOrDefault(column => cells.Text(column) is not null) is { } filled)
            cells.Complain(filled, $"a line {name} holds an amount in the column stake and nothing else. Leave this field empty.");
        return new StakeLine(cells.Line, kind.Value, tournament.Value, name)
        {
            Regime = cells.Word(StakeColumns.Regime, Regimes),
            Stake = ReadStake(cells, kind.Value),
            PerRound = cells.Amount(StakeColumns.PerRound),
            Mode = cells.Word(StakeColumns.Mode, Modes),
            Automation = cells.Word(StakeColumns.Automation, Switches),
            OpenRounds = cells.Count(StakeColumns.OpenRounds),
            BurnDebt = cells.Amount(StakeColumns.BurnDebt),
            PendingRelease = cells.Amount(StakeColumns.PendingRelease),
            ReleaseDue = cells.Instant(StakeColumns.ReleaseDue),
            PendingIncrease = cells.Amount(StakeColumns.PendingIncrease),
            PayoutPending = cells.Amount(StakeColumns.PayoutPending, mayBeNegative: true),
            MissedSubmissions = cells.Count(StakeColumns.MissedSubmissions),
        };
    }

    private static StakeLineKind? KindOf(string name, StakeCells cells)
    {
        if (!name.StartsWith('('))
            return StakeLineKind.Model;
        switch (name.ToLowerInvariant())
        {
            case "(idle)":
                return StakeLineKind.Idle;
            case "(wallet)":
                return StakeLineKind.Wallet;
            default:
                cells.Complain(StakeColumns.Model, $"'{name}' is not known. Write (idle), (wallet) or the name of a model.");
                return null;
        }
    }

    private static Tournament? ReadTournament(StakeCells cells, Tournament? only)
    {
        string? text = cells.Text(StakeColumns.Tournament);
        Tournament? tournament = text is null ? only : TournamentNames.Read(text);
        if (tournament is null)
        {
            cells.Complain(StakeColumns.Tournament, text is null
                ? $"the scores are of several tournaments, so each line must name its own. Write {TournamentNames.Known} into a column tournament."
                : $"'{text}' is no tournament. Write {TournamentNames.Known}.");
        }
        return tournament;
    }

    private static Nmr? ReadStake(StakeCells cells, StakeLineKind kind)
    {
        Nmr? stake = cells.Amount(StakeColumns.Stake), inRounds = cells.Amount(StakeColumns.InRounds);
        if (stake is { } one && inRounds is { } other && one != other)
            cells.Complain(StakeColumns.InRounds, "stake and in_rounds are two names for the NMR that is locked, and they differ. Keep one of them.");
        bool missing = cells.Text(StakeColumns.Stake) is null && cells.Text(StakeColumns.InRounds) is null;
        if (missing && (kind is not StakeLineKind.Model || cells.Text(StakeColumns.PerRound) is null))
            cells.Complain(StakeColumns.Stake, "there is no amount. Write the NMR, or 0.");
        return stake ?? inRounds;
    }
}
