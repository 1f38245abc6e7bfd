using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Other people's models, by name.</summary>
internal sealed class PublicModels(NumeraiReads reads, TournamentReading tournaments, ScoreHistory scores) : IPublicModels
{
    public async Task<PublicModel?> FindAsync(string name, Tournament tournament, CancellationToken ct)
    {
        (Operation operation, Dictionary<string, object?> variables) = tournament == Tournament.Signals
            ? (Operation.SignalsProfile, new Dictionary<string, object?> { ["name"] = name.ToLowerInvariant() })
            : (Operation.Profile, new Dictionary<string, object?> { ["name"] = name.ToLowerInvariant(), ["tournament"] = (int)tournament });
        ProfileJson? profile = await reads.ReadAsync(operation, variables, null, NumeraiJson.Default.ProfileJson, ct);
        if (profile is not { Id: { } id })
            return null;
        Model model = new(new ModelId(id), profile.Username ?? name, tournament);
        TournamentState state = await tournaments.ReadAsync(tournament, ct);
        KeptHistory history = await scores.ReadAsync(model, null, state.Current.Number, state.ResolvedThrough, ScoreLabels.Kept, ct);
        ScorePanel panel = ScorePanels.Of(tournament, [(model, history)], state.ResolvedThrough)
            ?? new ScorePanel(tournament, [], [model], [], new Dictionary<ScoreName, double[]>());
        return new PublicModel(model, profile.AccountName ?? "", profile.StakeValue, panel);
    }
}
