using System.Globalization;
using StakeBot.Bot.Chat;

namespace StakeBot.Testing;

/// <summary>A platform without anything outside: what the bot shows on it stays on its screen, and is edited there.</summary>
public sealed class ScriptedSurface(string platform, TapSeal seal) : IChat
{
    private readonly Lock _gate = new();
    private readonly List<ShownMessage> _shown = [];
    private readonly Dictionary<ChatMessage, TapAnswer> _answers = [];
    private int _lastId;

    public string Platform => platform;

    /// <summary>Whether the platform takes acknowledgements of presses; one that comes too late is not taken.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Why nothing can be shown in a conversation now; null when all is well.</summary>
    public Func<ChatAddress, ChatUnavailableException?>? Outage { get; set; }

    /// <summary>What each sending waits for.</summary>
    public Func<ChatAddress, CancellationToken, Task>? Before { get; set; }

    /// <summary>Conversations that are gone.</summary>
    public ISet<string> Gone { get; } = new HashSet<string>();

    /// <summary>Everything on the screen, oldest first, in its present state.</summary>
    public IReadOnlyList<ShownMessage> Shown
    {
        get
        {
            lock (_gate)
                return [.. _shown];
        }
    }

    /// <summary>The newest message that has a button with this label now; null when none has.</summary>
    public ShownMessage? WithButton(string label) => Shown.LastOrDefault(message => message.Reply.Buttons.Any(button => button.Label == label));

    /// <summary>What arrives when somebody presses a button: the sealed data, and the message that it is on.</summary>
    public (string Data, MessageRef On) Behind(ShownMessage message, string label) =>
        (seal.DataOf(message.Reply.Buttons.First(button => button.Label == label), message.Where.Address), message.Where);

    /// <summary>What the presser was told; null when the press was not answered.</summary>
    public TapAnswer? AnswerTo(ChatMessage press)
    {
        lock (_gate)
            return _answers.GetValueOrDefault(press);
    }

    public async Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        await (Before?.Invoke(address, ct) ?? Task.CompletedTask);
        ThrowIfOut(address);
        if (Gone.Contains(address.Chat))
            return null;
        lock (_gate)
        {
            MessageRef where = new(address, (++_lastId).ToString(CultureInfo.InvariantCulture));
            _shown.Add(new ShownMessage(where, reply, 0));
            return where;
        }
    }

    public async Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct)
    {
        await (Before?.Invoke(message.Address, ct) ?? Task.CompletedTask);
        ThrowIfOut(message.Address);
        lock (_gate)
        {
            int index = _shown.FindIndex(shown => shown.Where == message);
            if (index < 0 || Gone.Contains(message.Address.Chat))
                return false;
            _shown[index] = _shown[index] with { Reply = reply, Edits = _shown[index].Edits + 1 };
            return true;
        }
    }

    public Task<bool> TryDeleteAsync(MessageRef message, CancellationToken ct)
    {
        lock (_gate)
            return Task.FromResult(_shown.RemoveAll(shown => shown.Where == message) > 0);
    }

    public Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) => Task.FromResult(Acknowledges);

    public Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct)
    {
        lock (_gate)
            _answers[press] = answer;
        return Task.CompletedTask;
    }

    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct) => Task.CompletedTask;

    private void ThrowIfOut(ChatAddress address)
    {
        if (Outage?.Invoke(address) is { } outage)
            throw outage;
    }
}
