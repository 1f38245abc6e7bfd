using System.Globalization;
using System.Text.RegularExpressions;

namespace StakeBot.Adapters.Discord.Rendering;

/// <summary>
/// What stands behind a button or a form, at most 100 characters, unique within its message. Discord gives back what the bot wrote; what a signed button
/// stands for is verified all the same, and a command is judged like one that was typed.
/// </summary>
internal abstract partial record ComponentId
{
    public const int Longest = 100;

    private const char Separator = '|';
    private const string FormMark = "form|";

    private ComponentId()
    {
    }

    /// <summary>A press that is a command: <c>2/risk model:HERON</c>. The number makes it unique.</summary>
    public sealed record Plain(int Place, string Command) : ComponentId
    {
        public override string Text => string.Create(CultureInfo.InvariantCulture, $"{Place}{Command}");
    }

    /// <summary>A press of a signed button.</summary>
    public sealed record Sealed(string Data) : ComponentId
    {
        public override string Text => Data;
    }

    /// <summary>A press of a signed button that asks for a line first.</summary>
    public sealed record Asking(string Data, string Command, string Asks) : ComponentId
    {
        // What is asked also stands in the message: the command must fit, the question may be cut.
        public override string Text => ReplyFiles.Cut($"{Data}{Separator}{Command}{Separator}{Asks}", Longest);
    }

    /// <summary>A form: what is typed into it goes behind the command.</summary>
    public sealed record Form(string Command) : ComponentId
    {
        public override string Text => FormMark + Command;
    }

    /// <summary>As Discord keeps it.</summary>
    public abstract string Text { get; }

    /// <summary>What an id stands for; a text that is none of these is taken for sealed data, which will not verify.</summary>
    public static ComponentId Parse(string text)
    {
        if (text.StartsWith(FormMark, StringComparison.Ordinal))
            return new Form(text[FormMark.Length..]);
        if (PlainText.Match(text) is { Success: true } plain)
            return new Plain(int.Parse(plain.Groups[1].ValueSpan, CultureInfo.InvariantCulture), plain.Groups[2].Value);
        return text.Split(Separator) is [var data, var command, .. var asks] && command.StartsWith('/')
            ? new Asking(data, command, string.Join(Separator, asks))
            : new Sealed(text);
    }

    [GeneratedRegex(@"^([0-9]{1,2})(/.*)\z", RegexOptions.Singleline, 1000)]
    private static partial Regex PlainText { get; }
}
