using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests;

/// <summary>A bot with a store and a clock that a test moves, and with whoever a test lets in.</summary>
internal sealed class Household : IDisposable
{
    private readonly ServiceProvider _bot;
    private int _messages;

    public Household(Action<IServiceCollection>? more = null)
    {
        _bot = BotUnderTest.With(
            Aviary.Account(),
            new FakeCharts(),
            ExecutionMode.DryRun,
            services =>
            {
                services.AddSingleton<IStakeStore>(Store).AddSingleton<TimeProvider>(Time);
                more?.Invoke(services);
            },
            Aviary.Rules);
        Chat = new ScriptedChat(_bot, Ct);
    }

    public FakeStore Store { get; } = new();

    public FakeTimeProvider Time { get; } = new(Some.Moment);

    public ScriptedChat Chat { get; }

    public IServiceProvider Services => _bot;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the owner was told, newest last.</summary>
    public IReadOnlyList<string> Told => [.. Store.Outgoing.Select(message => message.Body)];

    /// <summary>Speaks as the owner, at the machine.</summary>
    public ScriptedChat Owner() => Chat.As("web", "scripted");

    /// <summary>The code that a command of the owner answers with.</summary>
    public async Task<string> CodeOf(string command)
    {
        await Owner().Says(command);
        string line = Chat.Last.Lines.First(text => text.StartsWith("Code ", StringComparison.Ordinal));
        return line["Code ".Length..line.IndexOf(',', StringComparison.Ordinal)];
    }

    /// <summary>Lets somebody in, as the owner would.</summary>
    public async Task LetIn(string platform, string id, string role, string name)
    {
        string code = await CodeOf($"/people invite {role} {name}");
        await Chat.As(platform, id).Says($"/start {code}");
        Chat.SeesKind(ReplyKind.Answer);
    }

    /// <summary>One message by anybody, in a chat that others can or cannot read.</summary>
    public Task<Reply> Hears(string platform, string id, string text, bool isPrivate = true) => _bot.GetRequiredService<IAnswerer>().AnswerAsync(
        new ChatMessage(new ChatAddress(platform, id), new PlatformIdentity(platform, id, id), text, $"{++_messages}") { IsPrivate = isPrivate }, Ct);

    /// <summary>Who somebody is now.</summary>
    public async Task<Person> Who(string platform, string id) =>
        await _bot.GetRequiredService<IPeople>().FindAsync(new PlatformIdentity(platform, id, id), Ct);

    public void Dispose() => _bot.Dispose();
}
