using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Ecb;

/// <summary>Rates over an open line could be anybody's.</summary>
internal sealed class EcbOptionsValidator : IValidateOptions<EcbOptions>
{
    public ValidateOptionsResult Validate(string? name, EcbOptions options) =>
        SafeAddress.IsWeb(options.Address)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Ecb:Address must begin with https://, such as https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml. Plain http is taken on this machine only.");
}
