using System.Text.Json;
using System.Text.Json.Serialization;

namespace StakeBot.Adapters.Numerai.Json;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(NmrJson)])]
[JsonSerializable(typeof(AccountJson))]
[JsonSerializable(typeof(ChangeRequestJson))]
[JsonSerializable(typeof(IReadOnlyList<RoundJson>))]
[JsonSerializable(typeof(IReadOnlyList<PerformanceJson>))]
[JsonSerializable(typeof(PayoutsJson))]
[JsonSerializable(typeof(TokenJson))]
[JsonSerializable(typeof(AtomicConfigJson))]
[JsonSerializable(typeof(ChainRoundJson))]
[JsonSerializable(typeof(IReadOnlyList<ClaimJson>))]
[JsonSerializable(typeof(ProfileJson))]
[JsonSerializable(typeof(PriceJson))]
[JsonSerializable(typeof(ScoringDayJson))]
[JsonSerializable(typeof(IReadOnlyList<TransactionJson>))]
internal sealed partial class NumeraiJson : JsonSerializerContext;
