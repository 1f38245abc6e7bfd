using System.Text;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store;

/// <summary>What the store takes. Everything beyond is a fault of the program.</summary>
internal static class StoreLimits
{
    /// <summary>Bytes of a body or a detail in UTF-8 stay below this.</summary>
    public const int BodyBytes = 4096;

    /// <summary>Bytes of a key, a subject or an id.</summary>
    public const int NameBytes = 200;

    /// <summary>Records of one transition.</summary>
    public const int Writes = 200;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Check(Transition transition)
    {
        CheckName(transition.Entry.Subject, "The subject");
        CheckName(transition.Entry.Event, "The event");
        CheckName(transition.Entry.Actor, "The actor");
        CheckBody(transition.Entry.Detail, "The detail");
        if (transition.Writes.Count > Writes)
            throw new ArgumentException($"A transition writes at most {Writes} records, not {transition.Writes.Count}.");
        if (transition.Writes.DistinctBy(write => (write.Collection, write.Key)).Count() != transition.Writes.Count)
            throw new ArgumentException("A transition writes a record once.");
        foreach (RecordWrite write in transition.Writes)
            Check(write);
        foreach (OutgoingMessage message in transition.Outgoing)
            Check(message);
    }

    public static void CheckRecordName(string collection, string key)
    {
        CheckCollection(collection);
        CheckName(key, "The key");
    }

    public static void CheckCollection(string collection)
    {
        if (collection.Length is 0 or > 40 || !collection.All(c => c is (>= 'a' and <= 'z') or '-'))
            throw new ArgumentException($"A collection's name has 1 to 40 lower case letters and hyphens, not '{collection}'.");
    }

    public static void Check(OutgoingMessage message)
    {
        CheckName(message.Id, "The message's id");
        CheckName(message.Platform, "The platform");
        CheckName(message.Chat, "The conversation");
        CheckBody(message.Body, "The message");
    }

    public static void Check(DueItem item)
    {
        CheckName(item.Id, "The item's id");
        CheckName(item.Kind, "The kind");
        CheckBody(item.Body, "The item");
    }

    public static void Check(Completion completion)
    {
        CheckName(completion.Occurrence, "The occurrence");
        if (completion.Next is { } next)
        {
            Check(next);
            if (next.Id != completion.Claim.Item.Id)
                throw new ArgumentException($"The item {completion.Claim.Item.Id} cannot go on as {next.Id}.", nameof(completion));
        }
        foreach (OutgoingMessage message in completion.Outgoing)
            Check(message);
    }

    public static void CheckName(string name, string what)
    {
        if (Size(name, what) is 0 or > NameBytes || name.Any(char.IsControl))
            throw new ArgumentException($"{what} has 1 to {NameBytes} bytes and no control characters.");
    }

    private static void Check(RecordWrite write)
    {
        CheckRecordName(write.Collection, write.Key);
        if (write.ExpectedVersion < 0 || (write.ExpectedVersion == 0 && write.Body is null))
            throw new ArgumentException($"{write.Collection}/{write.Key} is written at version {write.ExpectedVersion}, which no record to change can have.");
        if (write.Body is not null)
            CheckBody(write.Body, $"{write.Collection}/{write.Key}");
    }

    private static void CheckBody(string body, string what)
    {
        if (Size(body, what) is var size && size >= BodyBytes)
            throw new ArgumentException($"{what} has {size} bytes; the store takes less than {BodyBytes}.");
    }

    private static int Size(string text, string what)
    {
        try
        {
            return Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException broken)
        {
            throw new ArgumentException($"{what} holds half a character, which could not be read back.", broken);
        }
    }
}
