using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;
using StakeBot.Host.Verbs;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Verbs;

public sealed class LinkDialogueTests : IDisposable
{
    private readonly FakeKeyCheck _check = SomeKeys.Check();
    private readonly StringWriter _output = new();
    private readonly ServiceProvider _bot;

    public LinkDialogueTests() => _bot = BotUnderTest.With(
        Aviary.Account(),
        new FakeCharts(),
        ExecutionMode.DryRun,
        services => services.AddSingleton<IStakeStore, FakeStore>().AddSingleton<ISecretVault, FakeVault>().AddSingleton<IKeyCheck>(_check),
        Aviary.Rules);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private KeyLinking Linking => _bot.GetRequiredService<KeyLinking>();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_key_is_asked_for_and_linked_without_being_shown()
    {
        int ended = await RunAsync(KeyUse.Reading, SomeKeys.ReadingId, SomeKeys.ReadingSecret);

        Assert.Equal(0, ended);
        string said = _output.ToString();
        Assert.Contains("reading key ABCD…5678 of the account aviary linked. Scopes: read_user_info, read_submission_info, web3_staking. Stored encrypted.", said, StringComparison.Ordinal);
        Assert.Contains("Staking: not possible with this key.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.ReadingId, said, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.ReadingSecret, said, StringComparison.Ordinal);
        Assert.NotNull(await Linking.KeyAsync(KeyUse.Reading, Ct));
    }

    [Fact]
    public async Task More_than_needed_is_noted_and_too_much_is_refused()
    {
        _check.Known[SomeKeys.StakingId] = new KeyFacts("aviary", ["stake", "upload_submission"]);
        Assert.Equal(0, await RunAsync(KeyUse.Staking, SomeKeys.StakingId, SomeKeys.StakingSecret));
        Assert.Contains("Note: It may do more than I need (upload_submission).", _output.ToString(), StringComparison.Ordinal);

        _check.Known[SomeKeys.StakingId] = new KeyFacts("aviary", ["stake", "delete"]);
        Assert.Equal(1, await RunAsync(KeyUse.Staking, SomeKeys.StakingId, SomeKeys.StakingSecret));
        Assert.EndsWith("Nothing was kept.\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData(SomeKeys.ReadingId, "")]
    [InlineData("short", SomeKeys.ReadingSecret)]
    public async Task Half_a_key_is_refused(string publicId, string secret)
    {
        Assert.Equal(1, await RunAsync(KeyUse.Reading, publicId, secret));

        Assert.EndsWith("Nothing was kept.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _check.Asked);
    }

    [Fact]
    public async Task When_numerai_does_not_answer_it_is_said()
    {
        _check.Fault = new NumeraiUnavailableException("Numerai did not answer.");

        Assert.Equal(1, await RunAsync(KeyUse.Reading, SomeKeys.ReadingId, SomeKeys.ReadingSecret));

        Assert.Equal("Numerai did not answer.\nNothing was kept.\n", _output.ToString());
    }

    private Task<int> RunAsync(KeyUse use, string publicId, string secret) =>
        new LinkDialogue(Linking, new Typed(publicId, secret), _output).RunAsync(use, Ct);

    private sealed class Typed(string publicId, string secret) : IKeyPrompt
    {
        public string? Ask(string question) => publicId;

        public Secret? AskSecret(string question) => new(secret);
    }
}
