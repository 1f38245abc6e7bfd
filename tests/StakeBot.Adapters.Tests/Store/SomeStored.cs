using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Store;

/// <summary>Things to store.</summary>
internal static class SomeStored
{
    public static JournalEntry Entry(string subject = "p1", string happened = "proposed") => new(Some.Moment, subject, happened, "web:ana", """{"reason":"drift"}""");

    public static OutgoingMessage Message(
        string id, OutgoingPriority priority = OutgoingPriority.Confirmation, string platform = "web", DateTimeOffset? notBefore = null) =>
        new(id, platform, "42", priority, """{"text":"confirmed"}""", notBefore ?? Some.Moment);

    public static DueItem Item(string id, int minute = 0, string kind = "digest") => new(id, kind, Some.Moment.AddMinutes(minute), """{"person":"42"}""");

    public static RecordWrite Insert(string key, string body = "{}", string collection = "proposal") => new(collection, key, 0, body);

    public static Transition Of(params RecordWrite[] writes) => new(Entry(), writes, []);
}
