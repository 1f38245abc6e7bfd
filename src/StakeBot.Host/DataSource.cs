using StakeBot.Adapters.Files;
using StakeBot.Adapters.Numerai;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Host;

/// <summary>The account that this process answers about: the simulated one, or one out of files.</summary>
internal abstract record DataSource
{
    private DataSource()
    {
    }

    /// <summary>Reads the files that were named, if any.</summary>
    public static DataSource Of(IReadOnlyList<string> scores, string? stakes, string? rule, PayoutHistory rules)
    {
        if (scores.Count == 0)
        {
            return stakes is null && rule is null
                ? new Simulated()
                : new Unusable("--stakes and --rule need --scores: stakes without scores say nothing of risk.\nNothing was read.");
        }
        return ScoreFiles.Read(scores) switch
        {
            FileOutcome<ScoreFile>.Refused refused => new Unusable(refused.Refusal.ToString()),
            FileOutcome<ScoreFile>.Read read => WithScores(read.Content, stakes, rule, rules),
            _ => throw new InvalidOperationException("A file is read or refused."),
        };
    }

    /// <summary>This account, or the key's where a key is configured and no files were named.</summary>
    public DataSource WithKey(NumeraiOptions? options) => this is Simulated && options is { IsConfigured: true } ? new FromNumerai() : this;

    private static DataSource WithScores(ScoreFile file, string? stakes, string? rule, PayoutHistory rules)
    {
        if (rule is not null && rules.Named(rule) is null)
            return new Unusable($"There is no payout rule '{rule}'. Known: {string.Join(", ", rules.All.Select(known => known.Name))}.\nNothing was priced.");
        if (stakes is not null)
        {
            return StakesFile.Read(stakes, rules, file.Panels) switch
            {
                FileOutcome<StakedAccount>.Refused refused => new Unusable(refused.Refusal.ToString()),
                FileOutcome<StakedAccount>.Read read =>
                    new FromFiles(
                        FileNumerai.WithStakes(file.Panels, read.Content.Snapshot), new FilePublicModels(file.Panels, read.Content.Unlisted), rule, [.. file.Notes, .. read.Content.Notes]),
                _ => throw new InvalidOperationException("A file is read or refused."),
            };
        }
        Dictionary<Tournament, PayoutRule> pricing = [];
        foreach (ScorePanel panel in file.Panels)
        {
            string? named = rule is not null && rules.Named(rule)!.Tournament == panel.Tournament ? rule : null;
            if (PricingRule.Choose(panel, rules, named) is PricingRule.Chosen chosen)
                pricing[panel.Tournament] = chosen.Rule;
            else if (PricingRule.Choose(panel, rules, named) is PricingRule.Impossible impossible)
                return new Unusable($"{impossible.Reason}\nNothing was priced.");
        }
        return new FromFiles(FileNumerai.WhatIf(file.Panels, panel => pricing[panel.Tournament]), new FilePublicModels(file.Panels, new HashSet<ModelId>()), rule, file.Notes);
    }

    /// <summary>The simulated account.</summary>
    internal sealed record Simulated : DataSource;

    /// <summary>The account of the key that is configured.</summary>
    internal sealed record FromNumerai : DataSource;

    /// <summary>An account out of files.</summary>
    internal sealed record FromFiles(FileNumerai Account, FilePublicModels Others, string? Rule, IReadOnlyList<string> Notes) : DataSource;

    /// <summary>The files cannot be used.</summary>
    internal sealed record Unusable(string Reason) : DataSource;
}
