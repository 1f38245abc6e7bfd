using StakeBot.Bot.Chat;

namespace StakeBot.Testing;

/// <summary>A message on the screen of a <see cref="ScriptedSurface"/>, as it is now.</summary>
/// <param name="Where">Where it is shown.</param>
/// <param name="Reply">What it says now.</param>
/// <param name="Edits">How often it was edited.</param>
public sealed record ShownMessage(MessageRef Where, Reply Reply, int Edits)
{
    /// <summary>It as one text: headline, lines, buttons.</summary>
    public string Text => TextOf(Reply);

    internal static string TextOf(Reply reply) => string.Join('\n',
        [ChatTime.ToUtc(reply.Headline), .. reply.Lines.Select(ChatTime.ToUtc), .. reply.Buttons.Select(button => $"[{button.Label}]")]);
}
