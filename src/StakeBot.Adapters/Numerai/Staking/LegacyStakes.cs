using System.Globalization;
using System.Text.Json;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Staking;

/// <summary>Changes of Legacy stakes by the interface's mutation, sent once, with the key that nothing else uses.</summary>
internal sealed class LegacyStakes(NumeraiMutations mutations, EvidenceReading evidence, INumeraiKeys keys, StakingRight right) : ILegacyStakes
{
    private const int MostPlaces = 18;

    // The last digits of Numerai's amounts are noise of floating-point numbers.
    private static readonly Nmr Tolerance = new(0.000_000_000_001m);

    public async Task<StakeChangeAnswer> SendAsync(StakeChangeOrder order, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(order.Amount, Nmr.Zero, nameof(order));
        if (decimal.Round(order.Amount.Amount, MostPlaces) != order.Amount.Amount)
            throw new ArgumentException($"An amount has at most {MostPlaces} places.", nameof(order));
        if (await KeyAsync(ct) is not { } key)
            return new StakeChangeAnswer.NotSent("There is no key that may stake, or it cannot be had now. Nothing was sent.");
        return await mutations.SendAsync(Operation.ChangeStake, Variables(order), key, order.SendBefore, ct) switch
        {
            MutationOutcome.NotSent not => new StakeChangeAnswer.NotSent(not.Reason),
            MutationOutcome.Answered answered => Judge(order, answered.Answer),
            MutationOutcome.Lost lost => new StakeChangeAnswer.Doubtful(lost.Reason, null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public Task<StakeEvidence> ReadAsync(Model model, CancellationToken ct) => evidence.ReadAsync(model, ct);

    public Task<string?> WhyNotAsync(CancellationToken ct) => right.WhyNotAsync(ct);

    private async Task<ApiKey?> KeyAsync(CancellationToken ct)
    {
        try
        {
            return await keys.StakingAsync(ct);
        }
        catch (NumeraiUnavailableException)
        {
            return null;
        }
    }

    private static Dictionary<string, object?> Variables(StakeChangeOrder order) => new()
    {
        ["modelId"] = order.Model.Id.Value,
        ["tournamentNumber"] = (int)order.Model.Tournament,
        ["type"] = RequestWords.Of(order.Kind),
        ["value"] = order.Amount.Amount.ToString("0.##################", CultureInfo.InvariantCulture),
    };

    private static StakeChangeAnswer Judge(StakeChangeOrder order, GraphQlAnswer answer)
    {
        if (KnownRefusals.Reason(answer) is { } refusal)
            return new StakeChangeAnswer.Refused(refusal, answer.Hash);
        if (answer.Errors.Count > 0)
            return Doubt("Numerai answered with an error that does not say whether the change was taken.");
        if (answer.Status != 200)
            return Doubt($"Numerai answered with status {answer.Status}.");
        if (!answer.IsReadable)
            return Doubt("Numerai's answer could not be read.");
        return Read(answer) is not { } request ? Doubt("Numerai's answer does not hold the request.") : Compare(order, request, answer.Hash);

        StakeChangeAnswer.Doubtful Doubt(string reason) => new(reason, answer.Hash);
    }

    private static StakeChangeAnswer Compare(StakeChangeOrder order, ChangeRequestJson request, string hash)
    {
        if (!string.Equals(request.Type, RequestWords.Of(order.Kind), StringComparison.OrdinalIgnoreCase))
            return new StakeChangeAnswer.Doubtful("Numerai's answer is about a change of another kind.", hash);
        if (request.RequestedAmount is not { } said || Nmr.Max(said - order.Amount, order.Amount - said) > Tolerance)
            return new StakeChangeAnswer.Doubtful("Numerai's answer is about another amount.", hash);
        return request.Status is { } status && !status.Equals("pending", StringComparison.OrdinalIgnoreCase)
            ? new StakeChangeAnswer.Doubtful("Numerai's answer does not say that the change is pending.", hash)
            : new StakeChangeAnswer.Accepted(request.Id, said, request.DueDate, hash);
    }

    private static ChangeRequestJson? Read(GraphQlAnswer answer)
    {
        try
        {
            return answer.Field(Operation.ChangeStake.Field)?.Deserialize(NumeraiJson.Default.ChangeRequestJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
