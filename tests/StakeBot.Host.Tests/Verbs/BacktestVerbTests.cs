using System.Text.Json;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Verbs;

public sealed class BacktestVerbTests
{
    [Fact]
    public async Task Backtest_prints_every_figure_at_full_precision()
    {
        Stakebot.Ended ended = await Stakebot.RunAsync("backtest", "--policy", "bold", "--rebalance", "calendar", "--every", "30", "--json");

        Assert.Equal(0, ended.ExitCode);
        using JsonDocument reply = JsonDocument.Parse(ended.Output);
        JsonElement[] rows = [.. reply.RootElement.GetProperty("table").GetProperty("rows").EnumerateArray()];
        Assert.Equal("bold", rows[^1][0].GetString());
        Assert.All(rows, row => Assert.Equal(row[1].GetDouble(), row[2].GetDouble() - row[3].GetDouble(), 1e-9));
        Assert.Contains("every 30 rounds", reply.RootElement.GetProperty("lines")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Nothing was done.", "backtest", "--rebalance", "sometimes")]
    [InlineData(1, "it is one of cautious, balanced, bold", "backtest", "--policy", "reckless")]
    [InlineData(1, "belongs to rebalance:band", "backtest", "--rebalance", "calendar", "--band", "0.05")]
    public async Task What_cannot_be_done_is_a_sentence_and_an_exit_code(int code, string sentence, params string[] words)
    {
        Stakebot.Ended ended = await Stakebot.RunAsync(words);

        Assert.Equal(code, ended.ExitCode);
        Assert.Contains(sentence, ended.Output + ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_history_is_walked_through_under_the_rule_of_its_time()
    {
        string? scores = SharedData.Find("scores.csv");
        Assert.SkipWhen(scores is null, SharedData.Missing);

        Stakebot.Ended ended = await Stakebot.RunAsync("backtest", "--scores", scores!);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("Rounds 939–1188 (8 Feb 2025 to 23 Jan 2026)", ended.Output, StringComparison.Ordinal);
        Assert.Contains("less the newest 24 as embargo", ended.Output, StringComparison.Ordinal);
        Assert.Contains("• equal weight: +34.12 %", ended.Output, StringComparison.Ordinal);
    }
}
