using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Secrets;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Secrets;

public sealed class SealedSecretsTests
{
    private static readonly SecretName Reading = new("numerai", "reading-key");
    private static readonly SecretName Staking = new("numerai", "staking-key");

    private readonly FakeStore _store = new();
    private string? _masterKey = MasterKey.New().Export();

    private SealedSecrets Vault => new(_store, new MasterKeySource(name => name == MasterKeySource.KeyVariable ? _masterKey : null));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_comes_back_and_is_kept_unreadable_with_its_journal_entry()
    {
        Assert.True(await Vault.PutAsync(Reading, new Secret("hunter2"), Note(), Ct));

        Assert.Equal("hunter2", (await Vault.GetAsync(Reading, Ct))!.Reveal());
        Assert.Null(await Vault.GetAsync(Staking, Ct));
        Assert.Equal([Reading], await Vault.ListAsync("numerai", Ct));
        Assert.Empty(await Vault.ListAsync("num", Ct));
        Assert.Single(await _store.ReadJournalAsync(1, 10, null, Ct));
        Assert.DoesNotContain("hunter2", _store.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("hunter2"u8), _store.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(_masterKey!, _store.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_moved_to_another_name_cannot_be_read_there()
    {
        await Vault.PutAsync(Reading, new Secret("hunter2"), Note(), Ct);
        StoredRecord row = (await _store.FindAsync("secrets", Reading.Key, Ct))!;
        await _store.TryTransitionAsync(Note() with { Writes = [new RecordWrite("secrets", Staking.Key, 0, row.Body)] }, Ct);

        SecretsUnavailableException moved = await Assert.ThrowsAsync<SecretsUnavailableException>(() => Vault.GetAsync(Staking, Ct));

        Assert.Contains("was changed where it is kept", moved.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_master_key_is_told_from_a_broken_row()
    {
        await Vault.PutAsync(Reading, new Secret("hunter2"), Note(), Ct);
        _masterKey = MasterKey.New().Export();

        SecretsUnavailableException wrong = await Assert.ThrowsAsync<SecretsUnavailableException>(() => Vault.GetAsync(Reading, Ct));

        Assert.Contains("was encrypted with the master key", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_masterKey, wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_master_key_nothing_is_kept_and_none_is_made()
    {
        _masterKey = null;

        SecretsUnavailableException none = await Assert.ThrowsAsync<SecretsUnavailableException>(() => Vault.PutAsync(Reading, new Secret("hunter2"), Note(), Ct));

        Assert.Contains("stakebot keys new FILE", none.Message, StringComparison.Ordinal);
        Assert.Equal("", _store.Everything);
    }

    [Fact]
    public async Task A_removed_secret_is_gone()
    {
        await Vault.PutAsync(Reading, new Secret("hunter2"), Note(), Ct);

        Assert.True(await Vault.RemoveAsync(Reading, Note(), Ct));
        Assert.False(await Vault.RemoveAsync(Reading, Note(), Ct));

        Assert.Null(await Vault.GetAsync(Reading, Ct));
    }

    [Fact]
    public async Task Rotation_moves_everything_to_the_new_key_or_nothing()
    {
        await Vault.PutAsync(Reading, new Secret("hunter2"), Note(), Ct);
        await Vault.PutAsync(Staking, new Secret("hunter3"), Note(), Ct);
        MasterKey old = MasterKey.Parse(_masterKey!)!;
        MasterKey anew = MasterKey.New();
        KeyRotation rotation = new(_store, new FakeTimeProvider(Some.Moment));

        Assert.Equal(2, await rotation.RotateAsync(old, anew, Ct));

        Assert.Equal([anew.Id], await rotation.KeysInUseAsync(Ct));
        _masterKey = anew.Export();
        Assert.Equal("hunter2", (await Vault.GetAsync(Reading, Ct))!.Reveal());
        Assert.Equal("hunter3", (await Vault.GetAsync(Staking, Ct))!.Reveal());
        await Assert.ThrowsAsync<SecretsUnavailableException>(() => rotation.RotateAsync(old, anew, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Num")]
    [InlineData("a/b")]
    [InlineData("a|b")]
    public void A_name_cannot_hold_what_separates_names(string part) => Assert.Throws<ArgumentException>(() => new SecretName(part, "x"));

    private static Transition Note() => new(new JournalEntry(Some.Moment, "test", "noted", "stakebot", "{}"), [], []);
}
