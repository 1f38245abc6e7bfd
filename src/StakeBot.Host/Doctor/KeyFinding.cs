using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;

namespace StakeBot.Host.Doctor;

/// <summary>What is to be said of a key when Numerai was asked about it.</summary>
internal static class KeyFinding
{
    /// <summary>One key.</summary>
    /// <param name="name">What it is called, at the beginning of a sentence.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="facts">What Numerai says; null when it does not take the key.</param>
    /// <param name="cure">How to put another in its place.</param>
    public static Finding Of(string name, KeyUse use, KeyFacts? facts, string cure)
    {
        if (facts is null)
            return Finding.Fail($"{name} is no longer taken by Numerai.", $"Make a new one and {cure}");
        ScopeVerdict verdict = ScopeVerdict.Of(use, facts);
        if (verdict.Refusal is { } refusal)
            return Finding.Fail($"{name}: {refusal}", $"Make one that fits and {cure}");
        string sentence = $"{name} opens {facts.Username}.";
        return verdict.Warnings.Count == 0 ? Finding.Ok(sentence) : Finding.Warn(sentence, string.Join(" ", verdict.Warnings));
    }

    /// <summary>Several as one: the worst decides.</summary>
    public static Finding Worst(IReadOnlyList<Finding> findings) => new(
        findings.Max(one => one.Health),
        string.Join(" ", findings.Select(one => one.Sentence)),
        findings.Any(one => one.Cure is not null) ? string.Join(" ", findings.Select(one => one.Cure).OfType<string>()) : null);
}
