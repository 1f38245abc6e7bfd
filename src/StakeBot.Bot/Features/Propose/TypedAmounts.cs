using System.Globalization;
using StakeBot.Bot.Execution.Making;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Features.Propose;

/// <summary>Amounts as somebody types them: <c>HERON=96,FINCH=8</c>. What is not clear is asked about, never guessed.</summary>
internal static class TypedAmounts
{
    public const string Example = "/propose manual amounts:HERON=96,FINCH=8";

    private const decimal Most = 11_000_000;

    public static (ProposalGoal? Goal, string? Wrong) Read(IReadOnlyList<string> pairs)
    {
        Dictionary<string, Nmr> amounts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in pairs)
        {
            int sign = pair.LastIndexOf('=');
            if (sign <= 0)
                return (null, $"'{Shown(pair)}' is no amount: write model=NMR with a point as decimal mark and no thousands mark, such as {Example}.");
            string name = pair[..sign].Trim();
            string number = pair[(sign + 1)..].Trim();
            if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) || amount > Most)
                return (null, $"'{Shown(number)}' is no amount of NMR: write it like 12.5, from 0 to 11000000. Example: {Example}.");
            if (!amounts.TryAdd(name, new Nmr(amount)))
                return (null, $"'{Shown(name)}' is given twice.");
        }
        return (new ProposalGoal.Manual(amounts), null);
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
