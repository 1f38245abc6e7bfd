using System.Globalization;
using System.Xml;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Ecb;

/// <summary>The bank's file: a Cube with a <c>time</c>, and in it a Cube with <c>currency</c> and <c>rate</c> for each currency, in units for one euro.</summary>
internal static class EcbFile
{
    private const string Euro = "EUR";
    private const string Cube = "Cube";

    /// <exception cref="RatesUnavailableException">It is not such a file.</exception>
    public static ExchangeRates Read(Stream file)
    {
        Dictionary<string, decimal> rates = new(StringComparer.Ordinal) { [Euro] = 1 };
        DateOnly? day = null;
        try
        {
            using XmlReader xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = EcbRates.MostBytes });
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != Cube)
                    continue;
                if (xml.GetAttribute("time") is { } time)
                    day = DateOnly.ParseExact(time, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (xml.GetAttribute("currency") is { } currency && xml.GetAttribute("rate") is { } rate)
                    rates.Add(Code(currency), Positive(rate));
            }
        }
        catch (Exception wrong) when (wrong is XmlException or FormatException or OverflowException or ArgumentException)
        {
            throw new RatesUnavailableException("The European Central Bank's rates could not be understood.", wrong);
        }
        return day is { } known && rates.ContainsKey("USD")
            ? new ExchangeRates(known, "ECB", rates)
            : throw new RatesUnavailableException("The European Central Bank's rates could not be understood.");
    }

    private static string Code(string text) =>
        text.Length == Euro.Length && text.All(char.IsAsciiLetterUpper) ? text : throw new FormatException("A currency has three capital letters.");

    private static decimal Positive(string text) =>
        decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) is var rate and > 0 ? rate : throw new FormatException("A rate is above zero.");
}
