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
        ModelScores? found = account.World.ModelsOf(tournament).FirstOrDefault(scores =>
            !name.Any(char.IsUpper) && string.Equals(scores.Model.Name, name, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : new Node
        {
            ["id"] = found.Model.Id.Value,
            ["accountName"] = FakeAccount.Username,
            ["username"] = found.Model.Name.ToLowerInvariant(),
            ["tournament"] = (int)tournament,
            ["startDate"] = Encoded.Time(PaperCalendar.Opens(PaperWorld.FirstRound)),
            ["stakeValue"] = Encoded.Amount(Staked(account.Books, found.Model)),
        };
    }

    private static Nmr Staked(PaperBooks books, Model model) => model.Tournament == Tournament.Signals
        ? books.Running.Single(stake => stake.Model == model).Staked
        : books.Strategy.Seats.Single(seat => seat.Model == model).Locked;
}
