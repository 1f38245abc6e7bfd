using System.Diagnostics;
using StakeBot.NumeraiFake;

namespace StakeBot.Host.Tests.Live;

/// <summary>The built program is connected to an account as its owner would do it: a master key, two linked keys, the doctor, then the bot.</summary>
public sealed class ConnectingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_that_are_linked_make_the_doctor_content_and_the_bot_answer_about_their_account()
    {
        await using FakeNumeraiServer numerai = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings(), Ct);
        ProcessStartInfo first = Stakebot.Start("keys", "new", "master");
        string folder = first.WorkingDirectory;
        Assert.Equal(0, (await Stakebot.RunAsync(first)).ExitCode);

        Assert.Equal(0, await LinkAsync(In(folder, numerai, "link"), FakeToken.Reading));
        Assert.Equal(0, await LinkAsync(In(folder, numerai, "link", "--staking"), FakeToken.Staking));
        Stakebot.Ended doctor = await Stakebot.RunAsync(In(folder, numerai, "doctor"));

        Assert.True(doctor.ExitCode == 0 && doctor.Output.Contains(" 0 warned, 0 failed.", StringComparison.Ordinal), doctor.Output);
        Assert.Contains("The reading key READ…0000 opens aviary. The staking key STAK…0000 opens aviary.", doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeToken.Staking.Secret, doctor.Output, StringComparison.Ordinal);
        await using RunningBot bot = await RunningBot.StartAsync(In(folder, numerai));
        Assert.Contains("StakeBot answers about the account of your key.", bot.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_in_the_settings_make_the_doctor_content_too_and_a_deleted_one_does_not()
    {
        await using FakeNumeraiServer numerai = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings(), Ct);
        ProcessStartInfo start = In(Stakebot.Start().WorkingDirectory, numerai, "doctor");
        start.Environment.Remove("STAKEBOT_KEK_FILE");
        (start.Environment["Numerai__PublicId"], start.Environment["Numerai__SecretKey"]) = (FakeToken.Reading.PublicId, FakeToken.Reading.Secret);
        (start.Environment["Numerai__StakePublicId"], start.Environment["Numerai__StakeSecretKey"]) = (FakeToken.Staking.PublicId, FakeToken.Staking.Secret);

        Stakebot.Ended content = await Stakebot.RunAsync(start);
        start.Environment["Numerai__StakeSecretKey"] = "DELETEDSECRET0000000000000000000";
        Stakebot.Ended deleted = await Stakebot.RunAsync(start);

        Assert.True(content.ExitCode == 0 && content.Output.Contains(" 0 warned, 0 failed.", StringComparison.Ordinal), content.Output);
        Assert.Contains("The key Numerai:PublicId opens aviary. The key Numerai:StakePublicId opens aviary.", content.Output, StringComparison.Ordinal);
        Assert.Equal(1, deleted.ExitCode);
        Assert.Contains("FAIL  key settings: The key Numerai:PublicId opens aviary. The key Numerai:StakePublicId is no longer taken by Numerai.", deleted.Output, StringComparison.Ordinal);
    }

    private static ProcessStartInfo In(string folder, FakeNumeraiServer numerai, params string[] words)
    {
        ProcessStartInfo start = Stakebot.Start(words);
        start.WorkingDirectory = folder;
        start.Environment["Numerai__ApiBase"] = $"{numerai.Address}";
        start.Environment["STAKEBOT_KEK_FILE"] = Path.Combine(folder, "master");
        return start;
    }

    private static async Task<int> LinkAsync(ProcessStartInfo start, FakeToken key)
    {
        start.RedirectStandardInput = true;
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(key.PublicId.AsMemory(), Ct);
        await process.StandardInput.WriteLineAsync(key.Secret.AsMemory(), Ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Ct);
        return process.ExitCode;
    }
}
