using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Features.Export;

/// <summary>Cells of an export: nothing rounded, times as ISO 8601 in UTC.</summary>
internal static class ExportCell
{
    public static Cell None { get; } = new("", null);

    public static Cell Of(string? text) => text is null ? None : Cell.Of(text);

    public static Cell Of(bool? flag) => flag is { } on ? new Cell(on ? "true" : "false", on) : None;

    public static Cell Of(Nmr? amount) => amount is { } nmr ? new Cell(Plain(nmr.Amount), nmr.Amount) : None;

    public static Cell Of(long number) => new(number.ToString(CultureInfo.InvariantCulture), (decimal)number);

    public static Cell Of(DateTimeOffset? at) =>
        at is { } instant ? Cell.Of(instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)) : None;

    /// <summary>A decimal without an exponent and without empty digits.</summary>
    public static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
