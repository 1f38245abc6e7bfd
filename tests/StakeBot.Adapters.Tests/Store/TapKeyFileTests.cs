using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Tests.Store;

public sealed class TapKeyFileTests : IDisposable
{
    private static readonly ChatAddress Here = new("telegram", "100");
    private static readonly Tap Confirm = new('c', "7F3KQ2M8ZT4WA", 3);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, $"keys-{Guid.NewGuid():N}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "button-keys.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_button_works_on_after_a_restart()
    {
        string data = new TapSeal(TapKeyFile.Open(_folder, _time)).Seal(Confirm, Here);

        Assert.Equal(Confirm, new TapSeal(TapKeyFile.Open(_folder, _time)).Open(data, Here));
    }

    [Fact]
    public void Only_its_owner_may_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other file modes.");
            return;
        }
        TapKeyFile.Open(_folder, _time);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));

        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        TapKeyFile.Open(_folder, _time);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task A_rotation_is_kept_over_a_restart_with_the_key_before_it()
    {
        TapKeyFile keys = TapKeyFile.Open(_folder, _time);
        string first = new TapSeal(keys).Seal(Confirm, Here);
        await keys.RotateAsync(Ct);
        string second = new TapSeal(keys).Seal(Confirm, Here);

        TapSeal restarted = new(TapKeyFile.Open(_folder, _time));
        Assert.Equal(Confirm, restarted.Open(first, Here));
        Assert.Equal(Confirm, restarted.Open(second, Here));

        await keys.RotateAsync(Ct);
        restarted = new TapSeal(TapKeyFile.Open(_folder, _time));
        Assert.Null(restarted.Open(first, Here));
        Assert.Equal(Confirm, restarted.Open(second, Here));
        Assert.Equal(["button-keys.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_age_of_a_key_is_kept_and_one_that_says_none_is_old()
    {
        DateTimeOffset made = _time.GetUtcNow();
        TapKeyFile keys = TapKeyFile.Open(_folder, _time);
        _time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(made, TapKeyFile.Open(_folder, _time).Current.Since);
        await keys.RotateAsync(Ct);
        Assert.Equal(made.AddDays(30), TapKeyFile.Open(_folder, _time).Current.Since);

        System.IO.File.WriteAllText(File, """{"keys":[{"version":"0","secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""");
        Assert.Equal(DateTimeOffset.UnixEpoch, TapKeyFile.Open(_folder, _time).Current.Since);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"version":"0","secret":"AAAA"}]}""")]
    [InlineData("""{"keys":[{"version":"x","secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    [InlineData("""{"keys":[{"version":"0","secret":"no base64"}]}""")]
    [InlineData("""{"keys":[{"secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    public void A_damaged_file_is_told_and_never_replaced_silently(string content)
    {
        Directory.CreateDirectory(_folder);
        System.IO.File.WriteAllText(File, content);

        InvalidDataException told = Assert.Throws<InvalidDataException>(() => TapKeyFile.Open(_folder, _time));
        Assert.Contains("Delete it", told.Message, StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_key_never_gets_into_a_text()
    {
        TapKey key = TapKeyFile.Open(_folder, _time).Current;

        Assert.Equal("TapKey 0", $"{key}");
    }
}
