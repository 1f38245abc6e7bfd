using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Staking;

/// <summary>Reads one model's Legacy stake and the wallet anew, past every cache.</summary>
internal sealed class EvidenceReading(NumeraiReads reads, INumeraiKeys keys, TimeProvider time)
{
    private static readonly Dictionary<string, object?> NoVariables = [];

    /// <exception cref="NumeraiUnavailableException">It cannot be read now, or a figure that matters is missing.</exception>
    public async Task<StakeEvidence> ReadAsync(Model model, CancellationToken ct)
    {
        ApiKey? key = await keys.ReadingAsync(ct) ?? await keys.StakingAsync(ct);
        AccountJson account = await reads.ReadAsync(Operation.StakeEvidence, NoVariables, key, NumeraiJson.Default.AccountJson, ct)
            ?? throw new NumeraiUnavailableException("Numerai told no account for the key.");
        ModelJson found = account.Models?.SingleOrDefault(one => one.Id == model.Id.Value)
            ?? throw new NumeraiUnavailableException($"Numerai's account has no model {model.Name}.");
        return new StakeEvidence(
            model,
            // A model without a stake has none told.
            found.V2Stake?.LatestValueSettled ?? Nmr.Zero,
            found.V2Stake?.PendingV2ChangeStakeRequest is { } request ? Pending(request) : null,
            [.. (account.ScheduledStakeTxns ?? throw Missing("the scheduled changes")).Where(entry => IsOf(entry, model, found)).Select(Pending)],
            account.AvailableNmr ?? throw Missing("the wallet"),
            account.HeldForScheduledStakeIncreases ?? throw Missing("what is held"),
            time.GetUtcNow());
    }

    // Whether the field holds the name or the id is not known for certain.
    private static bool IsOf(ScheduledJson entry, Model model, ModelJson found) =>
        (entry.Tournament is null || entry.Tournament == (int)model.Tournament)
        && (string.Equals(entry.Model, found.Name, StringComparison.OrdinalIgnoreCase) || entry.Model == found.Id);

    private static PendingStakeChange Pending(ChangeRequestJson request) => new(
        request.Id,
        RequestWords.Kind(request.Type) ?? throw Missing("the kind of the pending request"),
        request.RequestedAmount ?? throw Missing("the amount of the pending request"),
        null,
        request.DueDate,
        request.Status ?? "");

    private static PendingStakeChange Pending(ScheduledJson entry) => new(
        null,
        RequestWords.Kind(entry.Type) ?? throw Missing("the kind of a scheduled change"),
        entry.Amount ?? throw Missing("the amount of a scheduled change"),
        entry.Time,
        entry.DueDate,
        entry.Status ?? "");

    private static NumeraiUnavailableException Missing(string what) => new($"Numerai's answer lacks {what}.");
}
