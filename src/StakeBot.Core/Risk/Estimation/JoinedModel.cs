using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Estimation;

/// <summary>A model whose own history is too short to stand alone and whose missing rounds are told by longer histories.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rounds">The resolved rounds that it has.</param>
/// <param name="Longer">How many longer histories tell the others.</param>
/// <param name="Explained">The share of its own rounds' variance that they explain, 0–1; the rest repeats what was seen of it.</param>
public sealed record JoinedModel(Model Model, int Rounds, int Longer, double Explained)
{
    /// <summary>How it came in, without its name: <c>joined with 55 rounds by regression on 22 longer histories, which explain 61 % of it</c>.</summary>
    public string Describe() => FormattableString.Invariant(
        $"joined with {Rounds} rounds by regression on {Longer} longer {(Longer == 1 ? "history" : "histories")}, which {(Longer == 1 ? "explains" : "explain")} {Explained * 100:0} % of it");
}
