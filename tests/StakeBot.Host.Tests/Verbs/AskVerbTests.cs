using System.Text.Json;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Verbs;

public sealed class AskVerbTests
{
    [Fact]
    public async Task Ask_answers_about_the_simulated_account()
    {
        Stakebot.Ended ended = await Stakebot.RunAsync("ask", "/status");

        Assert.Equal(0, ended.ExitCode);
        Assert.StartsWith("[PAPER] ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Equity ", ended.Output, StringComparison.Ordinal);
        Assert.Empty(ended.Error);
    }

    [Fact]
    public async Task Ask_writes_the_picture_and_prints_the_table_at_full_precision()
    {
        string folder = ScratchFolder.New();

        Stakebot.Ended ended = await Stakebot.RunAsync("ask", "/frontier", "--out", folder, "--json");

        Assert.Equal(0, ended.ExitCode);
        using JsonDocument reply = JsonDocument.Parse(ended.Output);
        Assert.Equal("PAPER", reply.RootElement.GetProperty("mode").GetString());
        string picture = reply.RootElement.GetProperty("pictures")[0].GetProperty("file").GetString()!;
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken))[..4]);
        JsonElement row = reply.RootElement.GetProperty("table").GetProperty("rows")[0];
        Assert.Equal("You", row[0].GetString());
        Assert.Equal(100, row.EnumerateArray().Skip(4).Sum(cell => cell.GetDouble()), 6);
    }

    [Fact]
    public async Task Ask_writes_an_exported_file_where_it_is_told_to()
    {
        string folder = ScratchFolder.New();

        Stakebot.Ended ended = await Stakebot.RunAsync("ask", "/export stakes csv", "--out", folder, "--json");

        Assert.Equal(0, ended.ExitCode);
        using JsonDocument reply = JsonDocument.Parse(ended.Output);
        JsonElement document = reply.RootElement.GetProperty("documents")[0];
        byte[] bytes = await File.ReadAllBytesAsync(document.GetProperty("file").GetString()!, TestContext.Current.CancellationToken);
        Assert.Equal(document.GetProperty("bytes").GetInt32(), bytes.Length);
        Assert.Contains($"SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}", ended.Output, StringComparison.Ordinal);
        Assert.StartsWith("taken,account,tournament,round,regime,model,locked_nmr", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_about_files_says_how_they_were_priced()
    {
        string scores = Path.Combine(ScratchFolder.New(), "scores.csv");
        await File.WriteAllLinesAsync(scores, ScoreLines(), TestContext.Current.CancellationToken);

        Stakebot.Ended ended = await Stakebot.RunAsync("ask", "/risk", "--scores", scores);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("[DRY RUN]", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Classic is priced under classic-20-legacy", ended.Output, StringComparison.Ordinal);
        Assert.Contains("today's rule needs corr60, mmc60, which these data do not have", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Did you mean /status?", "ask", "/statsu")]
    [InlineData(1, "--stakes and --rule need --scores", "ask", "/status", "--stakes", "stakes.csv")]
    [InlineData(1, "nowhere.csv", "ask", "/status", "--scores", "nowhere.csv")]
    [InlineData(2, "Nothing was done.", "ask")]
    [InlineData(2, "Nothing was done.", "frobnicate")]
    [InlineData(2, "Nothing was done.", "frontier")]
    [InlineData(2, "--cap lies above 0", "frontier", "--returns", "x.csv", "--cap", "3")]
    public async Task What_cannot_be_done_is_a_sentence_and_an_exit_code(int code, string sentence, params string[] words)
    {
        Stakebot.Ended ended = await Stakebot.RunAsync(words);

        Assert.Equal(code, ended.ExitCode);
        Assert.Contains(sentence, ended.Output + ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output + ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_history_is_answered_with_everything_that_was_left_out()
    {
        string? scores = SharedData.Find("scores.csv");
        Assert.SkipWhen(scores is null, SharedData.Missing);

        Stakebot.Ended ended = await Stakebot.RunAsync("ask", "/frontier", "--scores", scores!);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("classic-20-legacy (0.75 corr20 + 2.25 mmc20, factor 0.0923, clip ±5 %, 24 rounds open at a time)", ended.Output, StringComparison.Ordinal);
        Assert.Contains("The newest 9 rounds are not final and are left out.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("a twin of nb_example_model", ended.Output, StringComparison.Ordinal);
        Assert.Contains("resolved rounds of 346", ended.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> ScoreLines()
    {
        yield return "model,round,corr,mmc,resolved";
        for (int t = 0; t < 120; t++)
        {
            string[] models = ["ana", "ben", "cleo"];
            for (int i = 0; i < models.Length; i++)
                yield return FormattableString.Invariant($"{models[i]},{1100 + t},{0.02 + 0.03 * Math.Sin(0.2 * t + i):0.000000},{0.004 + 0.01 * Math.Cos(0.3 * t * (i + 1)):0.000000},1");
        }
    }
}
