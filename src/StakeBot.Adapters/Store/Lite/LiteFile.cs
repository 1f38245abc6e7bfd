using LiteDB;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Opens data files the one way that is safe: in this process only, compared byte by byte, never with a password, never repaired behind our back.</summary>
internal static class LiteFile
{
    public static LiteDatabase Open(string file)
    {
        LiteDatabase database = Open(file, readOnly: false);
        database.UtcDate = true;
        return database;
    }

    /// <summary>For looking at a copy.</summary>
    public static LiteDatabase OpenToRead(string file) => Open(file, readOnly: true);

    // Our keys, bodies and times are written as they are: nothing may trim, guess or compare by a culture's rules.
    private static LiteDatabase Open(string file, bool readOnly) => new(
        new ConnectionString { Filename = file, Connection = ConnectionType.Direct, Collation = Collation.Binary, ReadOnly = readOnly },
        new BsonMapper { TrimWhitespace = false, EmptyStringToNull = false });
}
