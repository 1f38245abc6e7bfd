using StakeBot.Bot.Chat;
using StakeBot.Core.Accounting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Funds;

/// <summary>One account at one instant, with its priced history and what follows from it. Estimates are made when first asked for, once.</summary>
public sealed class Fund
{
    private readonly Lazy<FundHistory> _history;
    private readonly Lazy<WindowMoments?> _moments;
    private readonly Lazy<FundRisk?> _risk;
    private readonly Lazy<OpenRisk?> _open;

    public Fund(StakeSnapshot snapshot, Ledger ledger, IReadOnlyList<PricedTournament> priced, IReadOnlyList<string> unpriced, RiskPolicy policy)
    {
        Snapshot = snapshot;
        Ledger = ledger;
        Priced = priced;
        Unpriced = unpriced;
        Policy = policy;
        _history = new Lazy<FundHistory>(() => FundHistory.Of(priced));
        _moments = new Lazy<WindowMoments?>(() => History.IsEnough ? WindowMoments.Of(History) : null);
        _risk = new Lazy<FundRisk?>(() => Moments is { } moments ? FundRisk.Assess(snapshot, History, moments, policy) : null);
        _open = new Lazy<OpenRisk?>(() => Moments is { } moments ? OpenRisk.Of(snapshot, History, moments, policy, Settling) : null);
    }

    /// <summary>Stakes, idle NMR and wallet.</summary>
    public StakeSnapshot Snapshot { get; }

    /// <summary>What resolved rounds paid and burned.</summary>
    public Ledger Ledger { get; }

    /// <summary>The tournaments whose history could be priced.</summary>
    public IReadOnlyList<PricedTournament> Priced { get; }

    /// <summary>Why the others could not, one sentence each.</summary>
    public IReadOnlyList<string> Unpriced { get; }

    /// <summary>The fund's limits.</summary>
    public RiskPolicy Policy { get; }

    /// <summary>The history of every model that says enough.</summary>
    public FundHistory History => _history.Value;

    /// <summary>The estimates; null when the history is too short for any.</summary>
    public WindowMoments? Moments => _moments.Value;

    /// <summary>The risk of the present stakes; null when the history is too short.</summary>
    public FundRisk? Risk => _risk.Value;

    /// <summary>What the open rounds will pay or burn; null when the history is too short.</summary>
    public OpenRisk? Open => _open.Value;

    /// <summary>What assessments of open rounds share; funds over the same public data may have the same one.</summary>
    public SettlingMemory Settling { get; init; } = new();

    /// <summary>Models of others that are in the history as what-if members: they hold nothing. Empty in the fund itself.</summary>
    public IReadOnlyList<Model> Watched { get; init; } = [];

    /// <summary>Which watched models are not in it and why, one sentence each.</summary>
    public IReadOnlyList<string> WatchNotes { get; init; } = [];

    /// <summary>The fund without watched models: all that stakes, limits and proposals are about.</summary>
    public Fund Own { get => field ?? this; init; }

    /// <summary>Whether a model is somebody else's.</summary>
    public bool IsWatched(Model model) => Watched.Any(watched => watched.Id == model.Id);

    /// <summary>A model's name as it is shown: <c>KESTREL</c>, and <c>KINGFISHER (watched)</c> when it is not the fund's.</summary>
    public string NameOf(Model model) => PlainText.Name(model.Name) + (IsWatched(model) ? " (watched)" : "");

    /// <summary>The rule that a tournament's history is priced under; null when it has none.</summary>
    public PricedTournament? PricingOf(Tournament tournament) => Priced.FirstOrDefault(priced => priced.Tournament == tournament);
}
