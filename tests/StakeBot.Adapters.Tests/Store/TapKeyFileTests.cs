using StakeBot.Adapters.Store;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Tests.Store;

public sealed class TapKeyFileTests : IDisposable
{
    private static readonly ChatAddress Here = new("telegram", "100");
    private static readonly Tap Confirm = new('c', "7F3KQ2M8ZT4WA", 3);

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, $"keys-{Guid.NewGuid():N}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "button-keys.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_button_works_on_after_a_restart()
    {
        string data = new TapSeal(TapKeyFile.Open(_folder)).Seal(Confirm, Here);

        Assert.Equal(Confirm, new TapSeal(TapKeyFile.Open(_folder)).Open(data, Here));
    }

    [Fact]
    public void Only_its_owner_may_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other file modes.");
            return;
        }
        TapKeyFile.Open(_folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));

        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        TapKeyFile.Open(_folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task A_rotation_is_kept_over_a_restart_with_the_key_before_it()
    {
        TapKeyFile keys = TapKeyFile.Open(_folder);
        string first = new TapSeal(keys).Seal(Confirm, Here);
        await keys.RotateAsync(Ct);
        string second = new TapSeal(keys).Seal(Confirm, Here);

        TapSeal restarted = new(TapKeyFile.Open(_folder));
        Assert.Equal(Confirm, restarted.Open(first, Here));
        Assert.Equal(Confirm, restarted.Open(second, Here));

        await keys.RotateAsync(Ct);
        restarted = new TapSeal(TapKeyFile.Open(_folder));
        Assert.Null(restarted.Open(first, Here));
        Assert.Equal(Confirm, restarted.Open(second, Here));
        Assert.Equal(["button-keys.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
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

        InvalidDataException told = Assert.Throws<InvalidDataException>(() => TapKeyFile.Open(_folder));
        Assert.Contains("Delete it", told.Message, StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_key_never_gets_into_a_text()
    {
        TapKey key = TapKeyFile.Open(_folder).Current;

        Assert.Equal("TapKey 0", $"{key}");
    }
}
