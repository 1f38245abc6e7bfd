using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StakeBot.Testing.Telegram;

/// <summary>An entity of a text, in UTF-16 units.</summary>
public sealed record HtmlEntity(string Type, int Offset, int Length);

/// <summary>What stands in a text, once its HTML was read as strictly as Telegram reads it.</summary>
public sealed partial record TelegramHtml(string Text, IReadOnlyList<HtmlEntity> Entities)
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["b"] = "bold",
        ["i"] = "italic",
        ["u"] = "underline",
        ["s"] = "strikethrough",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
        ["tg-spoiler"] = "spoiler",
        ["tg-time"] = "date_time",
        ["a"] = "text_link",
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">Telegram would refuse it.</exception>
    public static TelegramHtml Parse(string html)
    {
        StringBuilder text = new();
        List<HtmlEntity> entities = [];
        Stack<(string Name, int Offset)> open = new();
        int at = 0;
        foreach (Match token in Token.Matches(html))
        {
            Require(token.Index == at, $"something that is neither text nor a tag stands at {at}");
            at += token.Length;
            if (token.Value[0] == '&')
                text.Append(Entity(token.Value));
            else if (token.Value[0] != '<')
                text.Append(token.Value);
            else if (token.Value[1] == '/')
                Close(token.Value[2..^1]);
            else
                Open(token.Value[1..^1]);
        }
        Require(at == html.Length, $"an unescaped character stands at {at}");
        Require(open.Count == 0, "a tag is not closed");
        string whole = text.ToString();
        int lead = whole.Length - whole.TrimStart().Length;
        return new TelegramHtml(whole.Trim(), [.. entities.Where(entity => entity.Length > 0).Select(entity => entity with { Offset = entity.Offset - lead })]);

        void Open(string tag)
        {
            string name = tag.Split(' ')[0];
            Require(Types.ContainsKey(name), $"the tag '{name}' is none");
            Require(name != "tg-time" || Time.IsMatch(tag), $"'{tag}' is no instant");
            Require(name == "tg-time" || name == "a" || tag == name, $"'{tag}' has attributes that are none");
            open.Push((name, text.Length));
        }

        void Close(string name)
        {
            Require(open.Count > 0 && open.Peek().Name == name, $"</{name}> closes nothing");
            int offset = open.Pop().Offset;
            entities.Add(new HtmlEntity(Types[name], offset, text.Length - offset));
        }
    }

    private static string Entity(string token) => token switch
    {
        "&lt;" => "<",
        "&gt;" => ">",
        "&amp;" => "&",
        "&quot;" => "\"",
        _ => throw new FormatException($"{token} is no entity of Telegram's."),
    };

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"can't parse entities: {what}"));
    }

    // Stricter than Telegram, which takes a lone ampersand as it is: we never write one.
    [GeneratedRegex("&[a-z]+;|<[^<>]+>|[^<>&]+", RegexOptions.None, 1000)]
    private static partial Regex Token { get; }

    [GeneratedRegex("""^tg-time unix="[0-9]{1,12}" format="(r|w?[dD]?[tT]?)"\z""", RegexOptions.None, 1000)]
    private static partial Regex Time { get; }
}
