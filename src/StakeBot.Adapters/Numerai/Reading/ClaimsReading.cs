using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Asks what is resolved and not claimed yet, at the address that the settings name.</summary>
internal sealed class ClaimsReading(NumeraiReads reads, IOptions<NumeraiOptions> options)
{
    /// <summary>The claims of a tournament; null when no address is set, so that nobody is asked.</summary>
    /// <exception cref="NumeraiUnavailableException">They cannot be read now: figures without them would be too low.</exception>
    public async Task<ToldClaims?> ReadAsync(Tournament tournament, ApiKey key, CancellationToken ct)
    {
        if (options.Value.StakerOf(tournament) is not { } staker)
            return null;
        Dictionary<string, object?> variables = new() { ["staker"] = staker, ["tournament"] = (int)tournament };
        try
        {
            IReadOnlyList<ClaimJson>? claims = await reads.ReadAsync(Operation.StakeClaims, variables, key, NumeraiJson.Default.IReadOnlyListClaimJson, ct);
            return new ToldClaims(staker, claims ?? throw new NumeraiUnavailableException("Numerai told nothing of it."));
        }
        catch (NumeraiUnavailableException fault)
        {
            throw new NumeraiUnavailableException(
                $"What waits to be claimed in {tournament} cannot be read: {fault.Message} Without Numerai:Stakers:{tournament} it is not asked for.", fault);
        }
    }
}

/// <summary>What was told.</summary>
/// <param name="Staker">The address that was asked about.</param>
/// <param name="Claims">Its claims.</param>
internal sealed record ToldClaims(string Staker, IReadOnlyList<ClaimJson> Claims);
