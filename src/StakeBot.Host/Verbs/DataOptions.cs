using System.CommandLine;

namespace StakeBot.Host.Verbs;

/// <summary>The options that put an account out of files in the place of the simulated one.</summary>
internal static class DataOptions
{
    public static Option<string[]> Scores() => new("--scores")
    {
        Description = "Scores from csv: one long file, or a wide file for each score. Without it, the simulated account answers.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Stakes() => new("--stakes")
    {
        Description = "Stakes from csv; needs --scores. Without it, 1.00 NMR in each model is assumed.",
    };

    public static Option<string?> Rule() => new("--rule")
    {
        Description = "The payout rule to price the scores under, by its name in config/tournaments.json; needs --scores.",
    };
}
