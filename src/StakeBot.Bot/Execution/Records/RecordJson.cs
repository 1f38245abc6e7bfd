using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Records;

/// <summary>
/// The canonical JSON of what is stored: members in the order in which they are declared, no blanks, amounts as decimal strings, times as Unix
/// milliseconds. A value that this version does not know is an error, never a default.
/// </summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new NmrConverter(),
            new InstantConverter(),
            new SpanConverter(),
            new ProposalIdConverter(),
            new RoundConverter(),
            new StakeChangeConverter(),
        },
    };

    // What a record derives from itself is not stored; the details of a journal record are nothing but such properties.
    private static readonly JsonSerializerOptions Details = new(Options) { IgnoreReadOnlyProperties = false };

    /// <summary>The details of a journal record, every property of them.</summary>
    public static string WriteDetail(object detail) => JsonSerializer.Serialize(detail, Details);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="RecordUnreadableException">It was written by another version, or is damaged.</exception>
    public static T Read<T>(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options) ?? throw new RecordUnreadableException(typeof(T).Name, null);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException)
        {
            throw new RecordUnreadableException(typeof(T).Name, error);
        }
    }

    private sealed class NmrConverter : JsonConverter<Nmr>
    {
        public override Nmr Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Nmr.TryParse(reader.GetString(), out Nmr amount) ? amount : throw new JsonException("Not an amount.");

        public override void Write(Utf8JsonWriter writer, Nmr value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Amount.ToString("0.##################", CultureInfo.InvariantCulture));
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }

    private sealed class SpanConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            TimeSpan.FromMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((long)value.TotalMilliseconds);
    }

    private sealed class ProposalIdConverter : JsonConverter<ProposalId>
    {
        public override ProposalId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            ProposalId.TryParse(reader.GetString() ?? "", out ProposalId id) ? id : throw new JsonException("Not a proposal's id.");

        public override void Write(Utf8JsonWriter writer, ProposalId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class RoundConverter : JsonConverter<RoundNumber>
    {
        public override RoundNumber Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, RoundNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    private sealed class StakeChangeConverter : JsonConverter<StakeChange>
    {
        private sealed record Written(string Kind, Model Model, Nmr? From, Nmr? To, StakeSetting? Before, StakeSetting? After, int? OverlappingRounds);

        public override StakeChange Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Written>(ref reader, options) switch
            {
                { Kind: "transfer", From: { } from, To: { } to } it => new StakeChange.Transfer(it.Model, from, to),
                { Kind: "setting", Before: { } before, After: { } after, OverlappingRounds: { } rounds } it => new StakeChange.Setting(it.Model, before, after, rounds),
                _ => throw new JsonException("Not a stake change."),
            };

        public override void Write(Utf8JsonWriter writer, StakeChange value, JsonSerializerOptions options) => JsonSerializer.Serialize(
            writer,
            value switch
            {
                StakeChange.Transfer transfer => new Written("transfer", value.Model, transfer.From, transfer.To, null, null, null),
                StakeChange.Setting setting => new Written("setting", value.Model, null, null, setting.Before, setting.After, setting.OverlappingRounds),
                _ => throw new JsonException($"Unknown change {value}."),
            },
            options);
    }
}
