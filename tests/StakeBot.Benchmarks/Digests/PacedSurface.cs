using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Bot.Chat;

namespace StakeBot.Benchmarks.Digests;

/// <summary>Counts what is shown to whom, at Telegram's pace on a clock that it moves itself: nobody waits, but the time is what it would be.</summary>
internal sealed class PacedSurface(FakeTimeProvider time, int expected) : IChat
{
    public const string Name = "telegram";

    // As SendPace has it for messages that nobody asked for.
    private const int LeftToAnswers = 2;

    private readonly Lock _gate = new();
    private readonly Bucket _all = new(25, TimeSpan.FromMilliseconds(40));
    private readonly Dictionary<string, (Bucket Pace, int Shown)> _chats = [];
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _shown;

    public string Platform => Name;

    /// <summary>Everything that was expected has been shown.</summary>
    public Task Complete => _complete.Task;

    /// <summary>How often each conversation was shown something.</summary>
    public IReadOnlyCollection<int> Times => [.. _chats.Values.Select(chat => chat.Shown)];

    public Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        lock (_gate)
        {
            (Bucket pace, int shown) = _chats.GetValueOrDefault(address.Chat, (new Bucket(5, TimeSpan.FromSeconds(1)), 0));
            DateTimeOffset now = time.GetUtcNow();
            DateTimeOffset turn = _all.Take(pace.Take(now, LeftToAnswers), LeftToAnswers);
            if (turn > now)
                time.Advance(turn - now);
            _chats[address.Chat] = (pace, shown + 1);
            if (++_shown == expected)
                _complete.SetResult();
            return Task.FromResult<MessageRef?>(new MessageRef(address, $"{_shown}"));
        }
    }

    public Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct) => throw new NotSupportedException("A digest is not edited.");

    public Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) => Task.FromResult(true);

    public Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct) => Task.CompletedTask;

    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct) => Task.CompletedTask;
}
