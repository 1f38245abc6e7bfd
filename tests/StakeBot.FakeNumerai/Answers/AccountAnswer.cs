using GraphQL;
using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>The account, its models and its keys.</summary>
internal static class AccountAnswer
{
    public static Node Of(FakeAccount account, IReadOnlyList<FakeToken> tokens)
    {
        Node[] models = [.. account.World.Models.Select(scores => Model(account, scores))];
        return new Node
        {
            ["id"] = "9a9e7000-0000-4000-8000-000000000001",
            ["username"] = FakeAccount.Username,
            ["availableNmr"] = Encoded.Amount(account.Books.Wallet),
            ["heldForScheduledStakeIncreases"] = Encoded.Amount(account.Books.Running.Select(stake => stake.PendingIncrease).Total),
            ["scheduledStakeTxns"] = account.Requests.Select(pair => Scheduled(account, pair.Model, pair.Request)).ToArray(),
            ["walletAddress"] = "0x00000000000000000000000000000000000000aa",
            ["apiTokens"] = tokens.Select(token => new Node { ["name"] = token.Name, ["publicId"] = token.PublicId, ["scopes"] = token.Scopes }).ToArray(),
            ["models"] = models,
        };
    }

    public static Node Token(FakeToken token) => new()
    {
        ["accountUsername"] = FakeAccount.Username,
        ["name"] = token.Name,
        ["publicId"] = token.PublicId,
        ["scopes"] = token.Scopes,
    };

    public static Node Describe(StakeRequest request) => new()
    {
        ["id"] = request.Id,
        ["requestedAmount"] = Encoded.Amount(request.Amount),
        ["type"] = request.Type,
        ["status"] = "pending",
        ["dueDate"] = Encoded.Time(request.Due),
        ["drain"] = false,
    };

    private static Node Scheduled(FakeAccount account, ModelId model, StakeRequest request) => new()
    {
        ["model"] = account.World.Models.Single(scores => scores.Model.Id == model).Model.Name.ToLowerInvariant(),
        ["tournament"] = (int)Tournament.Signals,
        ["type"] = request.Type,
        ["amount"] = Encoded.Amount(request.Amount),
        ["drain"] = false,
        ["status"] = "pending",
        ["dueDate"] = Encoded.Time(request.Due),
        ["time"] = Encoded.Time(request.At),
    };

    private static Node Model(FakeAccount account, ModelScores scores)
    {
        RoundNumber newest = account.Books.Newest;
        Node[] submissions =
        [
            .. Enumerable.Range(0, 20).Select(back => newest - back).Where(scores.TakesPart).Select(round => new Node
            {
                ["roundNumber"] = round.Value,
                ["status"] = scores.Submitted(round) ? "on-time" : "none",
            }),
        ];
        return new Node
        {
            ["id"] = scores.Model.Id.Value,
            ["name"] = scores.Model.Name.ToLowerInvariant(),
            ["username"] = FakeAccount.Username,
            ["tournament"] = (int)scores.Model.Tournament,
            ["archived"] = false,
            ["earliestReleaseDate"] = Encoded.Time(PaperCalendar.Resolves(newest)),
            ["latestSubmissions"] = (Answer)(field => submissions.Take(field.GetArgument("latestNRounds", 20))),
            ["v2Stake"] = account.Books.Running.SingleOrDefault(stake => stake.Model.Id == scores.Model.Id) is { } stake
                ? Stake(account, stake)
                : new Node
                {
                    ["latestValue"] = "0",
                    ["latestValueSettled"] = null,
                    ["stakeValue"] = null,
                    ["pendingV2ChangeStakeRequest"] = null,
                    ["status"] = null,
                    ["takeProfit"] = null,
                },
        };
    }

    private static Node Stake(FakeAccount account, RunningStake stake)
    {
        Stake described = stake.Describe(account.Books.Newest);
        return new Node
        {
            ["latestValue"] = Encoded.Amount(stake.Staked - stake.PendingRelease),
            ["latestValueSettled"] = Encoded.Amount(stake.Staked),
            ["stakeValue"] = Encoded.Amount(stake.Staked + described.PayoutPending),
            ["pendingV2ChangeStakeRequest"] = account.RequestOf(stake.Model.Id) is { } request ? Describe(request) : null,
            ["status"] = null,
            ["takeProfit"] = false,
        };
    }
}
