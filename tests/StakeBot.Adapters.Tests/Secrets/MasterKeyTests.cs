using System.Security.Cryptography;
using StakeBot.Adapters.Secrets;

namespace StakeBot.Adapters.Tests.Secrets;

public sealed class MasterKeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stakebot-keys-");

    private string File1 => Path.Combine(_folder.FullName, "kek");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_sealed_opens_only_for_what_it_belongs_to()
    {
        MasterKey key = MasterKey.New();
        Envelope envelope = Envelope.Parse(key.Seal("hunter2", "numerai|reading-key").ToString())!;

        Assert.Equal("hunter2", key.Open(envelope, "numerai|reading-key"));
        Assert.Throws<AuthenticationTagMismatchException>(() => key.Open(envelope, "numerai|staking-key"));
        Assert.Throws<AuthenticationTagMismatchException>(() => MasterKey.New().Open(envelope, "numerai|reading-key"));
    }

    [Fact]
    public void A_changed_bit_is_noticed()
    {
        MasterKey key = MasterKey.New();
        Envelope envelope = key.Seal("hunter2", "a|b");
        envelope.Cipher[0] ^= 1;

        Assert.Throws<AuthenticationTagMismatchException>(() => key.Open(envelope, "a|b"));
    }

    [Fact]
    public void One_text_sealed_twice_looks_different()
    {
        MasterKey key = MasterKey.New();

        Assert.NotEqual(key.Seal("hunter2", "a|b").ToString(), key.Seal("hunter2", "a|b").ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1|kid|x|y|z")]
    [InlineData("v2|kid|AAAA|AAAA|AAAA")]
    [InlineData("v1|kid|AAAA|AAAA|AAAA")]
    public void What_is_no_envelope_is_none(string text) => Assert.Null(Envelope.Parse(text));

    [Fact]
    public void A_key_file_is_made_for_its_owner_alone_and_never_replaced()
    {
        MasterKey made = MasterKeyFile.Create(File1);

        Assert.Equal(made.Id, MasterKeyFile.Read(File1, ownerOnly: true).Id);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are Unix's.");
            return;
        }
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(File1));
        MasterKeyException again = Assert.Throws<MasterKeyException>(() => MasterKeyFile.Create(File1));
        Assert.Contains("is never replaced", again.Message, StringComparison.Ordinal);
        Assert.Equal(made.Id, MasterKeyFile.Read(File1, ownerOnly: true).Id);
    }

    [Fact]
    public void A_key_file_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are Unix's.");
            return;
        }
        MasterKeyFile.Create(File1);
        File.SetUnixFileMode(File1, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        MasterKeyException open = Assert.Throws<MasterKeyException>(() => MasterKeyFile.Read(File1, ownerOnly: true));

        Assert.Contains("chmod 600", open.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_of_systemd_goes_before_a_file_and_a_file_before_the_environment()
    {
        MasterKey file = MasterKeyFile.Create(File1);
        MasterKey credential = MasterKeyFile.Create(Path.Combine(_folder.FullName, "stakebot-kek"));
        MasterKey variable = MasterKey.New();
        Dictionary<string, string> environment = new() { ["STAKEBOT_KEK"] = variable.Export() };
        MasterKeySource source = new(name => environment.GetValueOrDefault(name));

        FoundMasterKey found = source.Find()!;
        Assert.Equal(variable.Id, found.Key.Id);
        Assert.Contains("STAKEBOT_KEK_FILE", found.Warning, StringComparison.Ordinal);
        environment["STAKEBOT_KEK_FILE"] = File1;
        Assert.Equal((file.Id, (string?)null), (source.Find()!.Key.Id, source.Find()!.Warning));
        environment["CREDENTIALS_DIRECTORY"] = _folder.FullName;
        Assert.Equal(credential.Id, source.Find()!.Key.Id);
    }

    [Fact]
    public void A_named_place_that_does_not_work_is_an_error_and_not_passed_over()
    {
        Dictionary<string, string> environment = new() { ["STAKEBOT_KEK_FILE"] = Path.Combine(_folder.FullName, "none"), ["STAKEBOT_KEK"] = MasterKey.New().Export() };

        Assert.Throws<MasterKeyException>(() => new MasterKeySource(name => environment.GetValueOrDefault(name)).Find());
    }

    [Fact]
    public void A_key_that_is_none_is_not_repeated()
    {
        MasterKeyException wrong = Assert.Throws<MasterKeyException>(() => new MasterKeySource(name => name == "STAKEBOT_KEK" ? "hunter2" : null).Find());

        Assert.DoesNotContain("hunter2", wrong.ToString(), StringComparison.Ordinal);
        Assert.Null(new MasterKeySource(_ => null).Find());
    }
}
