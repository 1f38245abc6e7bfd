using System.Net;
using System.Text.RegularExpressions;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>Our own markup taken off again, for the case that Telegram does not read it as we write it.</summary>
internal static partial class PlainMarkup
{
    public static string Of(string html) => WebUtility.HtmlDecode(Tag.Replace(html, ""));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag { get; }
}
