using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.People;

namespace StakeBot.Testing;

/// <summary>
/// A conversation written down: more surfaces beside the web chat, Telegram and Discord, one for each platform that is spoken on.
/// Each line says or presses something, then says what must be seen.
/// </summary>
public sealed class ScriptedChat(IServiceProvider services, CancellationToken ct)
{
    private const string Chat = "scripted";

    private readonly IAnswerer _answerer = services.GetRequiredService<IAnswerer>();
    private readonly TapRouter _taps = services.GetRequiredService<TapRouter>();
    private readonly Dictionary<string, ScriptedSurface> _surfaces =
        services.GetServices<IChat>().OfType<ScriptedSurface>().ToDictionary(surface => surface.Platform);

    private PlatformIdentity _sender = new("web", Chat, "the owner");
    private bool _isPrivate;
    private Reply? _last;
    private string? _toast;
    private int _messages;

    /// <summary>The newest answer to whoever spoke or pressed.</summary>
    public Reply Last => _last ?? throw new InvalidOperationException("Nobody has been answered yet.");

    /// <summary>The newest answer as one text: toast, headline, lines, buttons.</summary>
    public string Text => string.Join('\n', ((string?[])[_toast, _last is null ? null : ShownMessage.TextOf(_last)]).OfType<string>());

    /// <summary>The screen of the platform that is spoken on now.</summary>
    public ScriptedSurface Screen => On(_sender.Platform);

    /// <summary>The screen of a platform.</summary>
    public ScriptedSurface On(string platform)
    {
        if (!_surfaces.TryGetValue(platform, out ScriptedSurface? surface))
            _surfaces.Add(platform, surface = new ScriptedSurface(platform, services.GetRequiredService<TapSeal>()));
        return surface;
    }

    /// <summary>Speaks and presses as somebody else from here on, on his platform, where others read or where only he does.</summary>
    public ScriptedChat As(string platform, string id, bool isPrivate = false)
    {
        _sender = new PlatformIdentity(platform, id, id);
        _isPrivate = isPrivate;
        return this;
    }

    /// <summary>Types a line and waits for its answer, which is then on the screen.</summary>
    public async Task<ScriptedChat> Says(string text)
    {
        ChatAddress address = new(_sender.Platform, Chat);
        _last = await _answerer.AnswerAsync(new ChatMessage(address, _sender, text, NewEvent()) { IsPrivate = _isPrivate }, ct);
        _toast = null;
        if (await Screen.SendAsync(address, _last, ct) is { } where && _last.Card is { } card)
            await services.GetRequiredService<IShownCards>().ShownAsync(card, where, ct);
        return await Settles();
    }

    /// <summary>Taps a button of the newest message that has it now, on the platform that is spoken on.</summary>
    public Task<ScriptedChat> Presses(string label)
    {
        ShownMessage message = Screen.WithButton(label) ?? throw new InvalidOperationException(
            $"There is no button '{label}' on {Screen.Platform}. The screen shows:\n{string.Join("\n\n", Screen.Shown.Select(shown => shown.Text))}");
        Button button = message.Reply.Buttons.First(known => known.Label == label);
        return button.Tap is null ? Says(button.Command) : Presses(PressOf(label));
    }

    /// <summary>A press that can be delivered later, again, or changed on its way.</summary>
    public ChatMessage PressOf(string label)
    {
        ShownMessage message = Screen.WithButton(label) ?? throw new InvalidOperationException($"There is no button '{label}' on {Screen.Platform}.");
        (string data, MessageRef on) = Screen.Behind(message, label);
        return new ChatMessage(on.Address, _sender, data, NewEvent()) { Pressed = on };
    }

    /// <summary>Delivers a press and waits for what the presser is told.</summary>
    public async Task<ScriptedChat> Presses(ChatMessage press)
    {
        TapAnswer? answer = await Delivers(press);
        _toast = answer?.Toast;
        _last = answer?.Reply;
        return await Settles();
    }

    /// <summary>Everything that waits in the outbox for now is shown; of itself after everything that is said or pressed.</summary>
    public async Task<ScriptedChat> Settles()
    {
        await services.GetRequiredService<OutboxSender>().DrainAsync(ct);
        return this;
    }

    /// <summary>Delivers a press, beside others at the same time if need be.</summary>
    /// <returns>What the presser was told; null when the press was not acknowledged.</returns>
    public async Task<TapAnswer?> Delivers(ChatMessage press)
    {
        ScriptedSurface surface = On(press.Address.Platform);
        await _taps.TakeAsync(press, surface, ct);
        return surface.AnswerTo(press);
    }

    /// <summary>The answer is of that kind.</summary>
    public ScriptedChat SeesKind(ReplyKind kind) =>
        Last.Kind == kind ? this : throw Unexpected($"a {kind}, not a {Last.Kind}");

    /// <summary>Every text stands in the answer.</summary>
    public ScriptedChat Sees(params string[] texts)
    {
        foreach (string text in texts)
        {
            if (!Text.Contains(text, StringComparison.Ordinal))
                throw Unexpected($"'{text}'");
        }
        return this;
    }

    /// <summary>A text does not stand in the answer.</summary>
    public ScriptedChat SeesNo(string text) =>
        Text.Contains(text, StringComparison.Ordinal) ? throw Unexpected($"no '{text}'") : this;

    /// <summary>One message on the screen, as it is now, has every text.</summary>
    public ScriptedChat Shows(params string[] texts) =>
        Screen.Shown.Any(shown => texts.All(text => shown.Text.Contains(text, StringComparison.Ordinal))) ? this : throw Unseen($"a message with '{string.Join("', '", texts)}'");

    /// <summary>No message on the screen, as it is now, has the text.</summary>
    public ScriptedChat ShowsNo(string text) =>
        Screen.Shown.Any(shown => shown.Text.Contains(text, StringComparison.Ordinal)) ? throw Unseen($"no '{text}'") : this;

    /// <summary>The answer has a picture whose alt text has these words, and a table.</summary>
    public ScriptedChat SeesPicture(params string[] altWords)
    {
        if (Last.Pictures.Count == 0 || Last.Table is null)
            throw Unexpected("a picture with a table");
        foreach (string word in altWords)
        {
            if (!Last.Pictures[0].AltText.Contains(word, StringComparison.Ordinal))
                throw Unexpected($"'{word}' in the alt text '{Last.Pictures[0].AltText}'");
        }
        return this;
    }

    private string NewEvent() => $"{++_messages}";

    private InvalidOperationException Unexpected(string wanted) => new($"Expected {wanted}. The answer was:\n{Text}");

    private InvalidOperationException Unseen(string wanted) =>
        new($"Expected {wanted}. {Screen.Platform} shows:\n{string.Join("\n\n", Screen.Shown.Select(shown => shown.Text))}");
}
