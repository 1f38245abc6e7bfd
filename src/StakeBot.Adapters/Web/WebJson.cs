using System.Text.Json.Serialization;
using StakeBot.Adapters.Web.Endpoints;

namespace StakeBot.Adapters.Web;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(SaidMessage))]
[JsonSerializable(typeof(ReplyMessage))]
[JsonSerializable(typeof(ToastMessage))]
[JsonSerializable(typeof(IReadOnlyList<CommandEntry>))]
[JsonSerializable(typeof(TypedValue))]
[JsonSerializable(typeof(IReadOnlyList<OfferedValue>))]
[JsonSerializable(typeof(StopResult))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class WebJson : JsonSerializerContext;
