using StakeBot.Core.Accounting;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Everything that was read of the account at one time.</summary>
/// <param name="Snapshot">Stakes, wallet, rounds.</param>
/// <param name="States">The tournaments that it takes part in.</param>
/// <param name="Histories">The rounds of each model.</param>
/// <param name="Panels">Its scores.</param>
/// <param name="Ledger">What resolved rounds paid and burned.</param>
/// <param name="ScoresReadAt">When scores were read.</param>
internal sealed record AccountReading(
    StakeSnapshot Snapshot,
    IReadOnlyList<TournamentState> States,
    IReadOnlyDictionary<Model, KeptHistory> Histories,
    IReadOnlyDictionary<Tournament, ScorePanel> Panels,
    Ledger Ledger,
    DateTimeOffset ScoresReadAt);
