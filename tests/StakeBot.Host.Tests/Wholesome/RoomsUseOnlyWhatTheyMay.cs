using System.Text.RegularExpressions;

namespace StakeBot.Host.Tests.Wholesome;

/// <summary>The arrows of the house: Host to Adapters to Bot to Core; adapters and features do not know each other; only the desk's door leads to a desk.</summary>
public sealed partial class RoomsUseOnlyWhatTheyMay
{
    [Theory]
    [InlineData("StakeBot.Core", "StakeBot.Bot", "StakeBot.Adapters", "StakeBot.Host", "Microsoft.Extensions", "ScottPlot", "LiteDB", "Telegram.Bot")]
    [InlineData("StakeBot.Bot", "StakeBot.Adapters", "StakeBot.Host", "Microsoft.AspNetCore", "ScottPlot", "LiteDB", "Telegram.Bot", "CsvHelper")]
    [InlineData("StakeBot.Adapters", "StakeBot.Host")]
    public void A_room_does_not_use_what_is_not_its_own(string room, params string[] forbidden)
    {
        string[] breaches =
        [
            .. Sources.Under("src", room)
                .SelectMany(file => Usings(file).Where(used => forbidden.Any(used.StartsWith)).Select(used => $"{file.Name} uses {used}")),
        ];

        Assert.Empty(breaches);
    }

    [Fact]
    public void An_adapter_knows_no_other_adapter()
    {
        List<string> breaches = [];
        foreach (string adapter in Sources.FoldersOf("src", "StakeBot.Adapters"))
        {
            foreach (SourceFile file in Sources.Under("src", "StakeBot.Adapters", adapter))
                breaches.AddRange(Usings(file).Where(used => Belongs(used, "StakeBot.Adapters", adapter)).Select(used => $"{adapter}/{file.Name} uses {used}"));
        }

        Assert.Empty(breaches);
    }

    [Fact]
    public void A_feature_knows_no_other_feature()
    {
        List<string> breaches = [];
        foreach (string feature in Sources.FoldersOf("src", "StakeBot.Bot", "Features"))
        {
            foreach (SourceFile file in Sources.Under("src", "StakeBot.Bot", "Features", feature))
                breaches.AddRange(Usings(file).Where(used => Belongs(used, "StakeBot.Bot.Features", feature)).Select(used => $"{feature}/{file.Name} uses {used}"));
        }

        Assert.Empty(breaches);
    }

    [Fact]
    public void Only_the_execution_room_uses_a_stake_desk()
    {
        string[] breaches =
        [
            .. Sources.Under("src", "StakeBot.Bot")
                .Where(file => file.Text.Contains("IStakeDesk", StringComparison.Ordinal))
                .Select(file => file.RelativePath)
                .Where(path => !path.Contains("/Execution/", StringComparison.Ordinal) && !path.EndsWith("/Ports/IStakeDesk.cs", StringComparison.Ordinal)),
        ];

        Assert.Empty(breaches);
    }

    [Fact]
    public void Every_room_of_the_design_is_there()
    {
        Assert.Superset(
            new HashSet<string> { "Money", "Tournaments", "Stakes", "Risk", "Allocation", "Proposals", "Accounting" },
            Sources.FoldersOf("src", "StakeBot.Core").ToHashSet());
        Assert.Superset(
            new HashSet<string> { "Chat", "Commands", "People", "Features", "Execution", "Jobs", "Ports" },
            Sources.FoldersOf("src", "StakeBot.Bot").ToHashSet());
        Assert.Superset(
            new HashSet<string> { "Web", "Discord", "Telegram", "Numerai", "Paper", "Files", "Store", "Charts" },
            Sources.FoldersOf("src", "StakeBot.Adapters").ToHashSet());
    }

    private static bool Belongs(string used, string room, string own) =>
        used.StartsWith($"{room}.", StringComparison.Ordinal)
        && used != $"{room}.{own}"
        && !used.StartsWith($"{room}.{own}.", StringComparison.Ordinal);

    private static IEnumerable<string> Usings(SourceFile file) => Using.Matches(file.Text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Using { get; }
}
