using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Other people's models, by name.</summary>
internal sealed class PublicModels(NumeraiReads reads, NumeraiAccount account, TournamentReading tournaments, ScoreHistory scores) : IPublicModels
{
    private static readonly Tournament[] All = [Tournament.Classic, Tournament.Signals, Tournament.Crypto];

    public async Task<PublicModel?> FindAsync(string name, Tournament? tournament, CancellationToken ct)
    {
        HashSet<ModelId> own = [.. (await account.ReadStakesAsync(ct)).Stakes.Select(stake => stake.Model.Id)];
        foreach (Tournament where in tournament is { } only ? [only] : All)
        {
            if (await ModelAsync(name, where, ct) is { } model && !own.Contains(model.Id))
                return await WithScoresAsync(model, ct);
        }
        return null;
    }

    private async Task<Model?> ModelAsync(string name, Tournament tournament, CancellationToken ct)
    {
        (Operation operation, Dictionary<string, object?> variables) = tournament == Tournament.Signals
            ? (Operation.SignalsProfile, new Dictionary<string, object?> { ["name"] = name.ToLowerInvariant() })
            : (Operation.Profile, new Dictionary<string, object?> { ["name"] = name.ToLowerInvariant(), ["tournament"] = (int)tournament });
        ProfileJson? profile = await reads.ReadAsync(operation, variables, null, NumeraiJson.Default.ProfileJson, ct);
        return profile is { Id: { } id } ? new Model(new ModelId(id), profile.Username ?? name, tournament) : null;
    }

    private async Task<PublicModel> WithScoresAsync(Model model, CancellationToken ct)
    {
        TournamentState state = await tournaments.ReadAsync(model.Tournament, ct);
        KeptHistory history = await scores.ReadAsync(model, null, state.Current.Number, state.ResolvedThrough, ScoreLabels.Kept, ct);
        ScorePanel panel = ScorePanels.Of([(model, history)], state)
            ?? new ScorePanel(model.Tournament, [], [model], [], new Dictionary<ScoreName, double[]>());
        return new PublicModel(model, panel);
    }
}
