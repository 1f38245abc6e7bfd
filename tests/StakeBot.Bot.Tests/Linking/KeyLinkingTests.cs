using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Linking;

public sealed class KeyLinkingTests : IDisposable
{
    private readonly FakeKeyCheck _check = SomeKeys.Check();
    private readonly Household _house;
    private readonly KeyLinking _linking;

    public KeyLinkingTests()
    {
        _house = new Household(services => services.AddSingleton<IKeyCheck>(_check).AddSingleton<ISecretVault, FakeVault>());
        _linking = _house.Services.GetRequiredService<KeyLinking>();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_good_key_is_kept_journaled_and_told_of_without_itself()
    {
        LinkOutcome outcome = await _linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "console:local", Ct);

        LinkOutcome.Linked linked = Assert.IsType<LinkOutcome.Linked>(outcome);
        Assert.Equal(("ABCD…5678", "aviary"), (linked.Key.Masked, linked.Key.Username));
        Assert.Equal(SomeKeys.ReadingSecret, (await _linking.KeyAsync(KeyUse.Reading, Ct))!.SecretKey.Reveal());
        Assert.Null(await _linking.KeyAsync(KeyUse.Staking, Ct));
        JournalRecord entry = Assert.Single(await _house.Store.ReadJournalAsync(1, 10, "key:reading", Ct));
        Assert.Equal(("key-linked", "console:local"), (entry.Entry.Event, entry.Entry.Actor));
        Assert.Contains("The reading key ABCD", Assert.Single(_house.Told), StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.ReadingId, _house.Store.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.ReadingSecret, _house.Store.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_numerai_does_not_take_is_refused()
    {
        _check.Known.Clear();

        Assert.Contains("does not take this key", Refusal(await _linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "console:local", Ct)), StringComparison.Ordinal);
        Assert.Empty(await _linking.StatusAsync(Ct));
    }

    [Fact]
    public async Task When_numerai_does_not_answer_nothing_is_kept()
    {
        _check.Fault = new NumeraiUnavailableException("Numerai did not answer.");

        await Assert.ThrowsAsync<NumeraiUnavailableException>(() => _linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "console:local", Ct));

        Assert.Empty(await _linking.StatusAsync(Ct));
        Assert.Null(await _linking.KeyAsync(KeyUse.Reading, Ct));
    }

    [Fact]
    public async Task Keys_of_two_accounts_are_not_mixed()
    {
        await _linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "console:local", Ct);
        _check.Known[SomeKeys.StakingId] = new KeyFacts("somebody-else", ["stake"]);

        string reason = Refusal(await _linking.LinkAsync(KeyUse.Staking, SomeKeys.Staking, "console:local", Ct));

        Assert.Contains("opens the account somebody-else, the reading key opens aviary", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_key_of_one_use_takes_the_place_of_the_first()
    {
        await _linking.LinkAsync(KeyUse.Staking, SomeKeys.Staking, "console:local", Ct);
        _check.Known[SomeKeys.ReadingId] = new KeyFacts("aviary", ["stake"]);

        await _linking.LinkAsync(KeyUse.Staking, SomeKeys.Reading, "console:local", Ct);

        Assert.Equal("ABCD…5678", Assert.Single(await _linking.StatusAsync(Ct)).Masked);
        Assert.Equal(SomeKeys.ReadingId, (await _linking.KeyAsync(KeyUse.Staking, Ct))!.PublicId);
    }

    [Fact]
    public async Task A_revoked_key_is_gone()
    {
        await _linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "console:local", Ct);

        LinkedKey? revoked = await _linking.RevokeAsync(KeyUse.Reading, "web:scripted", Ct);

        Assert.Equal("ABCD…5678", revoked!.Masked);
        Assert.Null(await _linking.KeyAsync(KeyUse.Reading, Ct));
        Assert.Empty(await _linking.StatusAsync(Ct));
        Assert.Null(await _linking.RevokeAsync(KeyUse.Reading, "web:scripted", Ct));
    }

    private static string Refusal(LinkOutcome outcome) => Assert.IsType<LinkOutcome.Refused>(outcome).Reason;
}
