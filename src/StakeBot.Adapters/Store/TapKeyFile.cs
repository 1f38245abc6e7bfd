using System.Text.Json;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Store;

/// <summary>
/// The keys that sign buttons, in a file of the data folder that only this user may read: buttons work on after a restart. Whoever deletes the file
/// makes every button shown before then invalid, and nothing else.
/// </summary>
public sealed class TapKeyFile : ITapKeys
{
    private const string FileName = "button-keys.json";
    private const int MostBytes = 4096;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly TimeProvider _time;
    private TapKey[] _newestFirst;

    private TapKeyFile(string path, TapKey[] newestFirst, TimeProvider time)
    {
        _path = path;
        _time = time;
        _newestFirst = newestFirst;
    }

    public TapKey Current => Volatile.Read(ref _newestFirst)[0];

    /// <summary>Reads the keys of a data folder; makes the first one if there is none.</summary>
    /// <exception cref="InvalidDataException">The file is not what the bot wrote.</exception>
    public static TapKeyFile Open(string folder, TimeProvider time)
    {
        PrivateFolder.Create(folder);
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Write(path, [TapKey.New('0', time.GetUtcNow())]);
        else if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, OnlyMine);
        return new TapKeyFile(path, Read(path), time);
    }

    public TapKey? Find(char version) => Array.Find(Volatile.Read(ref _newestFirst), key => key.Version == version);

    public Task RotateAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            TapKey before = Current;
            TapKey[] rotated = [before.Next(_time.GetUtcNow()), before];
            Write(_path, rotated);
            Volatile.Write(ref _newestFirst, rotated);
        }
        return Task.CompletedTask;
    }

    private static UnixFileMode OnlyMine => UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static TapKey[] Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                throw Damaged(path, null);
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            TapKey[] keys =
            [
                .. json.RootElement.GetProperty("keys").EnumerateArray().Select(key => new TapKey(
                    (key.GetProperty("version").GetString() ?? "").Single(),
                    key.GetProperty("secret").GetBytesFromBase64(),
                    Since(key))),
            ];
            bool sound = keys.Length is 1 or 2
                && keys.All(key => char.IsAsciiDigit(key.Version) && key.Secret.Length == TapKey.Length)
                && keys.DistinctBy(key => key.Version).Count() == keys.Length;
            return sound ? keys : throw Damaged(path, null);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw Damaged(path, fault);
        }
    }

    // Files of earlier versions do not say: such a key is old enough to be followed by another.
    private static DateTimeOffset Since(JsonElement key) =>
        key.TryGetProperty("sinceMs", out JsonElement since) ? DateTimeOffset.FromUnixTimeMilliseconds(since.GetInt64()) : DateTimeOffset.UnixEpoch;

    // Beside the old file and then in its place: a kill leaves one of the two whole.
    private static void Write(string path, TapKey[] newestFirst)
    {
        string beside = path + ".new";
        File.Delete(beside);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OnlyMine;
        using (FileStream file = new(beside, options))
        {
            using (Utf8JsonWriter json = new(file))
            {
                json.WriteStartObject();
                json.WriteStartArray("keys");
                foreach (TapKey key in newestFirst)
                {
                    json.WriteStartObject();
                    json.WriteString("version", key.Version.ToString());
                    json.WriteBase64String("secret", key.Secret.Span);
                    json.WriteNumber("sinceMs", key.Since.ToUnixTimeMilliseconds());
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static InvalidDataException Damaged(string path, Exception? cause) => new(
        $"{path} does not hold the keys of the bot's buttons. Delete it: the bot makes new ones, and buttons shown before then are no longer valid.", cause);
}
