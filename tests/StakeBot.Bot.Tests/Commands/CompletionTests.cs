using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Commands.Completion;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Tests.Commands;

public sealed class CompletionTests : IDisposable
{
    private static readonly PlatformIdentity Owner = new("web", "scripted", "the owner");

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Models_are_offered_once_the_account_was_read_and_never_read_for_this()
    {
        Assert.Empty(await ValuesAsync("risk", "model", ""));
        Assert.Equal(0, _desk.Account.StakeReads);

        await _desk.Chat.Says("/status");
        int reads = _desk.Account.StakeReads;

        Assert.Equal(["HERON"], await ValuesAsync("risk", "model", "her"));
        Assert.Equal(["TERN", "KESTREL"], (await ValuesAsync("risk", "model", "T")).Order(StringComparer.Ordinal).Reverse().Where(name => name is "TERN" or "KESTREL"));
        Assert.Equal("TERN", (await ValuesAsync("risk", "model", "T"))[0]);
        Assert.Equal(["KESTREL,HERON"], await ValuesAsync("frontier", "models", "KESTREL,HER"));
        Assert.Equal(reads, _desk.Account.StakeReads);
    }

    [Fact]
    public async Task Codes_of_proposals_are_offered_where_a_proposal_is_meant()
    {
        await _desk.Chat.Says("/propose");
        string code = (await _desk.Newest()).Proposal.Code;

        Assert.Equal([code], await ValuesAsync("confirm", "code", ""));
        Assert.Equal([code], await ValuesAsync("audit", "code", code[..4].ToLowerInvariant()));

        await _desk.Chat.Says($"/cancel {code}");
        Assert.Empty(await ValuesAsync("confirm", "code", ""));
        Assert.Equal([code], await ValuesAsync("audit", "code", ""));
    }

    [Fact]
    public async Task Words_of_choices_settings_and_commands_are_offered()
    {
        Assert.Equal(["cvar"], await ValuesAsync("frontier", "measure", "cv"));
        Assert.Contains("burn-budget", await ValuesAsync("policy", "setting", "b"));
        Assert.Equal("frontier", (await ValuesAsync("help", "topic", "fr"))[0]);
        Assert.InRange((await ValuesAsync("help", "topic", "")).Count, 20, ICompletion.Most);
    }

    [Theory]
    [InlineData("confirm", "why")]
    [InlineData("nothing", "code")]
    [InlineData("cancel", "why")]
    public async Task Where_there_is_nothing_to_offer_nothing_is(string command, string option) => Assert.Empty(await ValuesAsync(command, option, ""));

    [Fact]
    public async Task A_stranger_is_offered_nothing()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Says("/status");
        PlatformIdentity stranger = new("discord", "99", "nobody");

        Assert.Empty(await ValuesAsync("risk", "model", "", stranger));
        Assert.Empty(await ValuesAsync("confirm", "code", "", stranger));
        Assert.NotEmpty(await ValuesAsync("help", "topic", "", stranger));
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(string command, string option, string typed, PlatformIdentity? who = null) =>
        [.. (await _desk.Get<ICompletion>().SuggestAsync(new CompletionRequest(who ?? Owner, command, option, typed), TestContext.Current.CancellationToken)).Select(one => one.Value)];
}
