using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Tournaments;

namespace StakeBot.NumeraiFake.Simulation;

/// <summary>Models of other people: they score and are public, and nothing of them belongs to the account.</summary>
internal static class Strangers
{
    public const string Account = "menagerie";

    public static PaperWorld World() => new(PaperSeeds.Of(7), [.. PaperRoster.Models(FakeRules.Signals.Factor.ForPricing).Select(Stranger)]);

    // The same ways to score, drawn anew, under names of their own.
    private static ModelTraits Stranger(ModelTraits traits) => traits with
    {
        Model = new Model(
            new ModelId(traits.Model.Id.Value.Replace("9a9e7000", "57a49e70", StringComparison.Ordinal)),
            $"OTHER_{traits.Model.Name}",
            traits.Model.Tournament),
    };
}
