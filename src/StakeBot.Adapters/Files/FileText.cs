using System.Text;
using System.Text.Unicode;

namespace StakeBot.Adapters.Files;

/// <summary>Turns the bytes of a text file into UTF-8 without a byte order mark.</summary>
internal static class FileText
{
    private const int Sampled = 4096;

    public static ReadOnlyMemory<byte>? ToUtf8(string path, byte[] bytes, FileProblems problems, List<string> notes)
    {
        if (ForeignFormat(bytes) is { } format)
        {
            problems.Add($"{path} is {format}, not a csv file. Save it as csv (UTF-8).");
            return null;
        }
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return bytes.AsMemory(3);
            case [0xFF, 0xFE, 0, 0, ..]:
                return Transcode(Encoding.UTF32, bytes.AsSpan(4));
            case [0xFF, 0xFE, ..]:
                return Transcode(Encoding.Unicode, bytes.AsSpan(2));
            case [0xFE, 0xFF, ..]:
                return Transcode(Encoding.BigEndianUnicode, bytes.AsSpan(2));
        }
        if (bytes.AsSpan().Contains((byte)0))
            return FromUnmarkedUtf16(path, bytes, problems);
        if (Utf8.IsValid(bytes))
            return bytes;
        notes.Add($"{path} is not UTF-8; it was read as Latin-1. Check names with accents.");
        return Transcode(Encoding.Latin1, bytes);
    }

    private static string? ForeignFormat(byte[] bytes) => bytes switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => "an Excel workbook or a zip archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Excel workbook",
        [0x1F, 0x8B, ..] => "compressed with gzip",
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "a parquet file",
        _ => null,
    };

    private static ReadOnlyMemory<byte>? FromUnmarkedUtf16(string path, byte[] bytes, FileProblems problems)
    {
        ReadOnlySpan<byte> sample = bytes.AsSpan(0, Math.Min(bytes.Length, Sampled));
        int even = 0, odd = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0 && i % 2 == 0)
                even++;
            else if (sample[i] == 0)
                odd++;
        }
        if (odd > sample.Length / 4 && even == 0)
            return Transcode(Encoding.Unicode, bytes);
        if (even > sample.Length / 4 && odd == 0)
            return Transcode(Encoding.BigEndianUnicode, bytes);
        problems.Add($"{path} holds bytes that no text has. Save it as csv (UTF-8).");
        return null;
    }

    private static byte[] Transcode(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetBytes(encoding.GetString(bytes));
}
