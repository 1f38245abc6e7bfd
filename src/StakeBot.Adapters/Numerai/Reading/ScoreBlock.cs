using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Ten rounds of one model as they are kept: only what is final, and up to where that goes.</summary>
/// <param name="Labels">The labels that were looked for. A label that is not among them may exist all the same.</param>
/// <param name="Rounds">The rounds that the model was in.</param>
/// <param name="Through">The last round that is known; after it nothing is.</param>
internal sealed record ScoreBlock(IReadOnlyList<string> Labels, IReadOnlyList<KeptRound> Rounds, int Through)
{
    /// <summary>Rounds in a block: few enough for a record below 4 KB.</summary>
    public const int Size = 10;

    /// <summary>The number of the block that a round is in.</summary>
    public static int Of(RoundNumber round) => round.Value / Size;

    public static ScoreBlock? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ScoreBlockJson.Default.ScoreBlock);
        }
        catch (JsonException)
        {
            // Only a copy of what Numerai has: it is read again.
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, ScoreBlockJson.Default.ScoreBlock);
}

/// <summary>One round as it is kept.</summary>
internal sealed record KeptRound(string AtRisk, long? At, int Round, IReadOnlyDictionary<string, double> Scores, string? Settled)
{
    public static KeptRound Of(ModelRound round) =>
        new(Text(round.AtRisk), round.ResolvedAt?.ToUnixTimeMilliseconds(), round.Round.Value, round.Scores, round.Settled is { } settled ? Text(settled) : null);

    public ModelRound Restore() => new(
        new RoundNumber(Round), true, At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, Amount(AtRisk), Settled is { } text ? Amount(text) : null, Scores);

    private static string Text(Nmr amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);

    private static Nmr Amount(string text) => new(decimal.Parse(text, CultureInfo.InvariantCulture));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScoreBlock))]
internal sealed partial class ScoreBlockJson : JsonSerializerContext;
