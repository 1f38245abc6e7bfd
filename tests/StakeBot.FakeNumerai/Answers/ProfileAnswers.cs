using GraphQL;
using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>A model's public page. Names are lower case.</summary>
internal static class ProfileAnswers
{
    public static Node? Of(FakeAccount account, IResolveFieldContext field)
    {
        string name = field.GetArgument<string>("modelName");
        Tournament tournament = (Tournament)field.GetArgument("tournament", (int)Tournament.Classic);
        ModelScores? found = account.Everybody.FirstOrDefault(scores => scores.Model.Tournament == tournament
            && !name.Any(char.IsUpper) && string.Equals(scores.Model.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
            return null;
        bool isOwn = account.World.Models.Contains(found);
        return new Node
        {
            ["id"] = found.Model.Id.Value,
            ["accountName"] = isOwn ? FakeAccount.Username : Strangers.Account,
            ["username"] = found.Model.Name.ToLowerInvariant(),
            ["tournament"] = (int)tournament,
            ["startDate"] = Encoded.Time(PaperCalendar.Opens(PaperWorld.FirstRound)),
            ["stakeValue"] = Encoded.Amount(isOwn ? Staked(account.Books, found.Model) : new Nmr(100)),
        };
    }

    private static Nmr Staked(PaperBooks books, Model model) => model.Tournament == Tournament.Signals
        ? books.Running.Single(stake => stake.Model == model).Staked
        : books.Strategy.Seats.Single(seat => seat.Model == model).Locked;
}
