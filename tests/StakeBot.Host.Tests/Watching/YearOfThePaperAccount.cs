using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Host.Tests.Watching;

/// <summary>A year in which nobody asks for anything: every digest, alert and proposal is counted, and one week can be read.</summary>
public sealed partial class YearOfThePaperAccount
{
    private const int Days = 365;

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_digest_alert_and_proposal_of_a_year_is_there_once()
    {
        await using WatchedPaper bot = new(Start);
        await bot.Chat.Says("/digest on at:08:00 zone:Europe/Berlin quiet:22:00-07:00");
        await bot.Chat.Says("/auto on threshold:5% every:month at:10:00 zone:Europe/Berlin");
        for (int day = 0; day < Days; day++)
        {
            // Every other proposal is left to expire.
            await bot.DayPasses(confirms: day % 2 == 0);
        }

        string[] digests = [.. bot.Told.Select(told => told.Text).Where(text => text.Contains("burn risk", StringComparison.Ordinal))];
        string[] alerts = [.. bot.Told.Select(told => told.Text).Where(text => text.Contains("You should know", StringComparison.Ordinal))];
        Proposal[] proposals = [.. await bot.Get<ProposalBook>().AllAsync(Ct)];
        TestContext.Current.TestOutputHelper?.WriteLine($"{digests.Length} digests, {alerts.Length} alerts, {proposals.Length} proposals, {proposals.Count(proposal => proposal.State == ProposalState.Done)} of them carried out");
        Assert.Equal(Days, digests.Length);
        Assert.Equal(digests.Length, digests.Select(text => Title().Match(text).Value).Distinct().Count());
        Assert.InRange(alerts.Length, 2, 2 * Days);
        Assert.InRange(proposals.Length, 2, Days);
        Assert.All(proposals, proposal => Assert.True(proposal.Origin is ProposalOrigin.Threshold or ProposalOrigin.Schedule));
        Assert.Contains(proposals, proposal => proposal.State == ProposalState.Done);
        Assert.All(proposals, proposal => Assert.True(proposal.State.IsFinal || proposal.State == ProposalState.Pending, $"{proposal.Code} {proposal.State}"));
        // At most one a day: the cool-down.
        DateTimeOffset[] made = [.. proposals.Select(proposal => proposal.CreatedAt).Order()];
        Assert.All(made.Zip(made.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromHours(23)));
        // Nothing rings in the quiet hours but the digest at its time.
        Assert.DoesNotContain(alerts, text => text.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_week_reads_as_it_did()
    {
        await using WatchedPaper bot = new(Start);
        await bot.Chat.Says("/digest on at:08:00 zone:Europe/Berlin quiet:22:00-07:00 content:full");
        await bot.Chat.Says("/auto on threshold:5%");
        for (int day = 0; day < 7; day++)
            await bot.DayPasses(confirms: day == 2);
        StringBuilder week = new();
        foreach ((DateTimeOffset at, string text) in bot.Told)
            week.Append(CultureInfo.InvariantCulture, $"── {at:ddd d MMM yyyy HH:mm} UTC\n{Codes().Replace(Bot.Chat.ChatTime.ToUtc(text), Masked)}\n\n");

        string golden = Testing.Repository.PathOf("tests", "StakeBot.Host.Tests", "Watching", "one-week.txt");
        if (Environment.GetEnvironmentVariable("STAKEBOT_GOLDEN") == "write")
            await File.WriteAllTextAsync(golden, week.ToString(), Ct);
        Assert.Equal(await File.ReadAllTextAsync(golden, Ct), week.ToString());
    }

    // Ids are random.
    private static string Masked(Match match) => match.Value.StartsWith("P-", StringComparison.Ordinal) ? "P-????" : match.Value.StartsWith('/') ? $"{match.Groups["command"].Value} ????" : "????????.";

    [GeneratedRegex(@"P-[0-9A-HJKMNP-TV-Z]{4}|(?<command>/(proposals|confirm|cancel|audit|undo)) [0-9A-HJKMNP-TV-Z]{4}\b|(?<=Check code )[0-9a-f]{8}\.|(?<=, hash )[0-9a-f]{16}\.")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\w{3} \d+ \w{3} · burn risk")]
    private static partial Regex Title();
}
