namespace StakeBot.Adapters.Files;

/// <summary>Finds the separator of a csv file in its first line.</summary>
internal static class Separators
{
    private static ReadOnlySpan<byte> ExcelHint => "sep="u8;

    /// <summary>The separator; null when the file names it itself in a first line <c>sep=;</c>, which the csv reader understands.</summary>
    public static char? Detect(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> line = FirstLine(utf8);
        if (line.StartsWith(ExcelHint))
            return null;
        int commas = 0, semicolons = 0, tabs = 0;
        bool quoted = false;
        foreach (byte c in line)
        {
            quoted ^= c == '"';
            if (quoted)
                continue;
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
            tabs += c == '\t' ? 1 : 0;
        }
        // A name may hold a comma, but hardly a tab or a semicolon; a number with a decimal comma in a first line of data does.
        return tabs > 0 && tabs >= semicolons ? '\t' : semicolons > 0 && semicolons >= commas / 2 ? ';' : ',';
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> text = utf8.TrimStart("\r\n"u8);
        int end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? text : text[..end];
    }
}
