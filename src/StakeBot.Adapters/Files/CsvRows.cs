using CsvHelper;

namespace StakeBot.Adapters.Files;

/// <summary>The rows of a csv file, one after another; whatever breaks the form of csv becomes a problem, and the row is left out.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly CsvReader _csv;
    private readonly FileProblems _problems;

    private CsvRows(string path, ReadOnlyMemory<byte> utf8, FileProblems problems)
    {
        Path = path;
        _problems = problems;
        _csv = CsvReader.Create(utf8, new CsvReaderOptions
        {
            Separator = Separators.Detect(utf8.Span),
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => problems.Add(
                $"{path}, line {record.LineNumber}: a quotation mark is missing or too many. Put the whole field into one pair of quotation marks, or into none."),
        });
    }

    public string Path { get; }

    /// <summary>The fields of the first line: names, or data in a file without a header.</summary>
    public IReadOnlyList<string> First { get; private set; } = [];

    public int FirstLine { get; private set; }

    public int Line => (int)_csv.LineNumber;

    public static CsvRows? Open(string path, FileProblems problems, List<string> notes)
    {
        if (FileBytes.Read(path, problems) is not { } bytes || FileText.ToUtf8(path, bytes, problems, notes) is not { } utf8)
            return null;
        CsvRows rows = new(path, utf8, problems);
        int before = problems.Count;
        bool any = rows.ReadFirst();
        if (any && problems.Count == before)
            return rows;
        if (!any && problems.Count == before)
            problems.Add($"{path} is empty. It needs a header line and a line of data for each row.");
        rows.Dispose();
        return null;
    }

    /// <summary>Moves to the next row that is not blank and has as many fields as the first line.</summary>
    public bool Next()
    {
        while (_csv.Read())
        {
            if (!IsBlank() && HasRightWidth())
                return true;
        }
        return false;
    }

    public ReadOnlySpan<byte> Field(int column) => _csv.GetSpan(column).Trim((byte)' ');

    public string Text(int column) => _csv.GetString(column).Trim();

    public string Place(int column) => PlaceAt(Line, column);

    public string PlaceAt(int line, int column) =>
        First[column].Length == 0 ? $"{Path}, line {line}, column {column + 1}" : $"{Path}, line {line}, column {column + 1} ({First[column]})";

    public void Dispose() => _csv.Dispose();

    private bool ReadFirst()
    {
        while (_csv.Read())
        {
            if (IsBlank())
                continue;
            First = [.. Enumerable.Range(0, _csv.FieldCount).Select(Text)];
            FirstLine = Line;
            return true;
        }
        return false;
    }

    private bool IsBlank()
    {
        for (int i = 0; i < _csv.FieldCount; i++)
        {
            if (!Field(i).IsEmpty)
                return false;
        }
        return true;
    }

    private bool HasRightWidth()
    {
        int fields = _csv.FieldCount;
        if (fields == First.Count || (fields == First.Count + 1 && Field(fields - 1).IsEmpty))
            return true;
        string advice = fields < First.Count
            ? "Leave a field empty where there is nothing, and keep its separator."
            : _csv.Separator == ',' ? "Write numbers with a decimal point, and names with commas in quotation marks." : "Take the separators out that are too many.";
        _problems.Add($"{Path}, line {Line}: {Listing.Count(fields, "field")} instead of the {First.Count} of the first line. {advice}");
        return false;
    }
}
