using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.People;

namespace StakeBot.Testing;

/// <summary>
/// A conversation written down: one more surface beside the web chat, Telegram and Discord. Each line says something, then says what must be seen.
/// </summary>
public sealed class ScriptedChat(IServiceProvider services, CancellationToken ct)
{
    private readonly IAnswerer _answerer = services.GetRequiredService<IAnswerer>();
    private readonly ChatAddress _address = new("web", "scripted");
    private PlatformIdentity _sender = new("web", "scripted", "the owner");
    private Reply? _last;
    private int _messages;

    /// <summary>The newest answer.</summary>
    public Reply Last => _last ?? throw new InvalidOperationException("Nobody has said anything yet.");

    /// <summary>The newest answer as one text: headline, lines, buttons.</summary>
    public string Text => string.Join('\n', [ChatTime.ToUtc(Last.Headline), .. Last.Lines.Select(ChatTime.ToUtc), .. Last.Buttons.Select(button => $"[{button.Label}]")]);

    /// <summary>Speaks as somebody else from here on.</summary>
    public ScriptedChat As(string platform, string id)
    {
        _sender = new PlatformIdentity(platform, id, id);
        return this;
    }

    /// <summary>Types a line and waits for its answer.</summary>
    public async Task<ScriptedChat> Says(string text)
    {
        _messages++;
        _last = await _answerer.AnswerAsync(new ChatMessage(_address, _sender, text, $"{_messages}"), ct);
        return this;
    }

    /// <summary>Taps a button of the newest answer.</summary>
    public Task<ScriptedChat> Presses(string label)
    {
        Button button = Last.Buttons.FirstOrDefault(known => known.Label == label)
            ?? throw new InvalidOperationException($"There is no button '{label}', only {string.Join(", ", Last.Buttons.Select(known => known.Label))}.");
        return Says(button.Command);
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

    private InvalidOperationException Unexpected(string wanted) => new($"Expected {wanted}. The answer was:\n{Text}");
}
