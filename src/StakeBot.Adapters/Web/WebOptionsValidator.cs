using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Web;

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
