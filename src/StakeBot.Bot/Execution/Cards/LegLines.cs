using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>One line per step: what it will be, what became of it, or what is to be entered.</summary>
internal static class LegLines
{
    private const int ShownAtMost = 12;

    /// <summary><c>1. HERON 120.50 → 96.00 (release 24.50)</c>.</summary>
    public static IEnumerable<string> Planned(StoredProposal stored) => Some(stored, leg => $"{leg.Number}. {Words(leg.Change)}");

    /// <summary><c>✔ 1. HERON …, due …</c>.</summary>
    public static IEnumerable<string> Outcomes(StoredProposal stored) => Some(stored, leg => $"{Mark(leg.State)} {leg.Number}. {Words(leg.Change)}: {Outcome(leg)}");

    /// <summary>What the owner has to enter himself.</summary>
    public static IEnumerable<string> ToEnter(StoredProposal stored) => Some(stored, leg => leg.Change is StakeChange.Setting setting
        ? $"• {PlainText.Name(setting.Model.Name)} ({setting.Model.Tournament}): per-round stake {Figures.Unit(setting.After.PerRound)}, mode {SettingWords.Mode(setting.After.Mode)}, automation {(setting.After.Automation ? "on" : "off")}: {(leg.State.WasTaken ? "set" : leg.Reason ?? "not seen yet")}"
        : $"{Mark(leg.State)} {leg.Number}. {Words(leg.Change)}: {Outcome(leg)}");

    public static string Words(StakeChange change)
    {
        string name = PlainText.Name(change.Model.Name);
        return change switch
        {
            StakeChange.Transfer { Lowers: true } transfer => $"{name} {Figures.Amount(transfer.From)} → {Figures.Amount(transfer.To)} NMR (release {Figures.Unit(transfer.Moved)})",
            StakeChange.Transfer transfer => $"{name} {Figures.Amount(transfer.From)} → {Figures.Amount(transfer.To)} NMR (add {Figures.Unit(transfer.Moved)} from the wallet)",
            StakeChange.Setting setting => $"{name} {Setting(setting)}",
            _ => throw new InvalidOperationException($"Unknown change {change}."),
        };
    }

    private static string Setting(StakeChange.Setting setting)
    {
        List<string> parts = [];
        if (setting.Before.PerRound != setting.After.PerRound)
            parts.Add($"S {Figures.Amount(setting.Before.PerRound)} → {Figures.Unit(setting.After.PerRound)}");
        if (setting.Before.Mode != setting.After.Mode)
            parts.Add($"{SettingWords.Mode(setting.Before.Mode)} → {SettingWords.Mode(setting.After.Mode)}");
        if (setting.Before.Automation != setting.After.Automation)
            parts.Add($"automation {(setting.After.Automation ? "on" : "off")}");
        return $"{string.Join(", ", parts)} ({Figures.Amount(setting.From)} → {Figures.Amount(setting.To)} NMR at full run)";
    }

    private static string Mark(LegState state) => state switch
    {
        LegState.Observed or LegState.Settled => "✔",
        LegState.Rehearsed => "○",
        LegState.Rejected or LegState.NotApplied => "✘",
        LegState.Unknown or LegState.NeedsHuman => "?",
        _ => "·",
    };

    private static string Outcome(Leg leg) => leg.State switch
    {
        LegState.Planned => leg.Reason is null ? "next" : $"not sent yet: {leg.Reason}",
        LegState.Submitting => "being sent",
        LegState.Submitted => "taken by Numerai, I wait to see it",
        LegState.Unknown => $"{leg.Reason}. I do not know yet whether it was accepted",
        LegState.AwaitingUser => leg.Reason ?? "waits for you",
        LegState.Observed when leg.StaysUnclear => $"taken, but {leg.Reason}",
        LegState.Observed => leg.Due is { } due ? $"taken, due {ChatTime.Mark(due)}" : "taken",
        LegState.Settled => "in effect",
        LegState.Rejected => $"refused: {leg.Reason}",
        LegState.NotApplied => $"not taken: {leg.Reason ?? "it never showed up"}",
        LegState.NeedsHuman => leg.Reason ?? "unclear",
        LegState.Skipped => $"not sent ({leg.Reason})",
        LegState.Rehearsed => "would have been sent",
        _ => throw new InvalidOperationException($"Unknown state {leg.State}."),
    };

    private static IEnumerable<string> Some(StoredProposal stored, Func<Leg, string> line)
    {
        foreach (Leg leg in stored.Legs.Take(ShownAtMost))
            yield return line(leg);
        if (stored.Legs.Count > ShownAtMost)
            yield return $"and {stored.Legs.Count - ShownAtMost} more steps: they are in the data table.";
    }
}
