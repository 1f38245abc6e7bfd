using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Linking;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class LinkTalk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_is_led_to_a_page_sees_his_keys_and_takes_one_away()
    {
        using Household house = Linked();
        await house.Owner().Says("/link");
        house.Chat.Sees("No key is linked", "Staking: not possible", "never in a chat");

        await house.Owner().Says("/link start");
        house.Chat.Sees("Do not paste it here.", "view user info", "http://127.0.0.1:5080/link?token=", "The page shows the words", "stakebot link");

        KeyLinking linking = house.Services.GetRequiredService<KeyLinking>();
        await linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "web:scripted", Ct);
        await linking.LinkAsync(KeyUse.Staking, SomeKeys.Staking, "web:scripted", Ct);
        await house.Owner().Says("/link status");
        house.Chat.Sees("Linked to aviary", "reading key ABCD…5678", "Scopes: read_user_info, read_submission_info, web3_staking. Stored encrypted.", "staking key STAK…5678", "Staking: possible in Legacy tournaments")
            .SeesNo(SomeKeys.ReadingId).SeesNo(SomeKeys.ReadingSecret);

        await house.Owner().Says("/link revoke staking");
        house.Chat.Sees("The staking key STAK…5678 is forgotten", "At Numerai it lives on");
        await house.Owner().Says("/link revoke staking");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("No staking key is linked", "Nothing was changed.");
    }

    [Fact]
    public async Task The_page_is_for_one_key_and_one_person()
    {
        using Household house = Linked();

        await house.Owner().Says("/link start staking");

        house.Chat.Sees("I need a Numerai key for staking", "\"make stakes\" and nothing else", "stakebot link --staking");
    }

    [Fact]
    public async Task Without_a_page_there_is_the_console()
    {
        using Household house = new();

        await house.Owner().Says("/link start");

        house.Chat.Sees("On the server, while the bot is stopped: stakebot link").SeesNo("http");
    }

    [Fact]
    public async Task Others_hear_nothing_of_keys()
    {
        using Household house = Linked(services => services.AddSingleton(new PlatformInUse("telegram", true, "42")));
        await house.LetIn("telegram", "4711", "approver", "Ben");

        await house.Chat.As("telegram", "4711").Says("/link status");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("needs the role owner; yours is approver", "Nothing was changed.");
        Reply group = await house.Hears("telegram", "42", "/link start", isPrivate: false);
        Assert.Contains("where others read", group.Lines[0], StringComparison.Ordinal);
        Reply alone = await house.Hears("telegram", "42", "/link start");
        Assert.Equal(ReplyKind.Answer, alone.Kind);
    }

    [Fact]
    public async Task A_key_that_could_not_be_encrypted_is_not_linked()
    {
        using Household house = Linked();
        ((FakeVault)house.Services.GetRequiredService<ISecretVault>()).Fault = new SecretsUnavailableException("There is no master key.");

        await Assert.ThrowsAsync<SecretsUnavailableException>(() =>
            house.Services.GetRequiredService<KeyLinking>().LinkAsync(KeyUse.Reading, SomeKeys.Reading, "web:scripted", Ct));
        await house.Owner().Says("/link status");

        house.Chat.Sees("No key is linked");
    }

    private static Household Linked(Action<IServiceCollection>? more = null) => new(services =>
    {
        services.AddSingleton<IKeyCheck>(SomeKeys.Check()).AddSingleton<ISecretVault, FakeVault>().AddSingleton<ILinkPage, Page>();
        more?.Invoke(services);
    });

    private sealed class Page : ILinkPage
    {
        public Uri? AddressOf(LinkTicket ticket) => new($"http://127.0.0.1:5080/link?token={ticket.Token}");
    }
}
