using GraphQL;
using StakeBot.Core.Accounting;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>Rows of the account's ledger, newest first.</summary>
internal static class TransactionAnswers
{
    public static Node[] Of(FakeAccount account, IResolveFieldContext field)
    {
        string[]? models = field.GetArgument<string[]?>("modelIds");
        return
        [
            .. account.Settled.Values
                .Where(entry => models is null || models.Contains(entry.Model.Id.Value))
                .OrderByDescending(entry => entry.At)
                .Skip(field.GetArgument("offset", 0))
                .Take(field.GetArgument("limit", 100))
                .Select(Row),
        ];
    }

    private static Node Row(LedgerEntry entry) => new()
    {
        ["model"] = entry.Model.Name.ToLowerInvariant(),
        ["modelId"] = entry.Model.Id.Value,
        ["tournament"] = (int)entry.Model.Tournament,
        ["round"] = entry.Round.Value,
        ["type"] = entry.Kind == LedgerKind.Burn ? "burn" : "payout",
        ["amount"] = Encoded.Amount(entry.Amount),
        ["value"] = null,
        ["note"] = null,
        ["timestamp"] = Encoded.Time(entry.At),
    };
}
