using GraphQL;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>The queries and mutations that the fake answers.</summary>
internal sealed class RootAnswers(FakeAccount account, FakeNumeraiSettings settings)
{
    private Node? _oldAccount;
    private DateTimeOffset _oldUntil;

    public IReadOnlyDictionary<string, Answer> ByName() => new Dictionary<string, Answer>
    {
        ["account"] = Scoped("read_user_info", _ => AccountNow()),
        ["apiTokenInfo"] = field => Locked(() => AccountAnswer.Token(TokenOf(field) ?? throw NoSession())),
        ["pendingModelPayouts"] = Scoped("read_user_info", field => PayoutAnswers.Of(account, TournamentIn(field, "tournament"))),
        ["stakeTransactions"] = Scoped("read_user_info", field => TransactionAnswers.Of(account, field)),
        ["v3StakeConfig"] = Scoped("web3_staking", field => AtomicAnswers.Config(TournamentIn(field, "tournamentId"), settings.ContractIsPaused)),
        ["v3StakeRound"] = Scoped("web3_staking", RoundOfContract),
        ["v3StakeClaims"] = Scoped("web3_staking", field => ClaimAnswers.Of(account, TournamentIn(field, "tournamentId"), field.GetArgument<string>("staker"))),
        ["rounds"] = Public(field => RoundAnswers.Of(account, field)),
        ["v2RoundModelPerformances"] = Public(field => PerformanceAnswers.Of(account, field)),
        ["v3UserProfile"] = Public(field => ProfileAnswers.Of(account, field)),
        ["v2SignalsProfile"] = Public(field => ProfileAnswers.Of(account, field)),
        ["latestNmrPrice"] = Public(_ => new Node { ["priceUsd"] = "11.734210000000000000", ["lastUpdated"] = Encoded.Time(account.Now) }),
        ["pipelineStatus"] = Public(field => AtomicAnswers.Pipeline(account, field)),
        ["v2ChangeStake"] = Scoped("stake", Change),
        ["cancelPendingStakeRelease"] = Scoped("stake", field => AccountAnswer.Describe(account.Cancel(ModelIn(field)))),
    };

    public void TellOldAccount(TimeSpan howLong)
    {
        lock (account.Gate)
        {
            account.MoveOn();
            _oldAccount = AccountAnswer.Of(account, settings.Tokens);
            _oldUntil = account.Now + howLong;
        }
    }

    private Node AccountNow() => _oldAccount is not null && account.Now < _oldUntil ? _oldAccount : AccountAnswer.Of(account, settings.Tokens);

    private Node? RoundOfContract(IResolveFieldContext field) => settings.TellsContractRounds
        ? AtomicAnswers.Round(account, TournamentIn(field, "tournamentId"), field.GetArgument<string>("roundId"))
        : throw new RefusedException("Round not found");

    private Node Change(IResolveFieldContext field)
    {
        if (TournamentIn(field, "tournamentNumber") != Tournament.Signals)
            throw new RefusedException("Staking is disabled for this tournament");
        StakeChangeKind kind = field.GetArgument<string>("type") switch
        {
            "increase" => StakeChangeKind.Increase,
            "decrease" => StakeChangeKind.Decrease,
            _ => throw new RefusedException("type must be increase or decrease"),
        };
        return Nmr.TryParse(field.GetArgument<string>("value"), out Nmr amount)
            ? AccountAnswer.Describe(account.Change(ModelIn(field), kind, amount))
            : throw new RefusedException("value must be a decimal");
    }

    private Answer Public(Answer answer) => field => Locked(() => answer(field));

    private Answer Scoped(string scope, Answer answer) => field =>
    {
        FakeToken token = TokenOf(field) ?? throw NoSession();
        return token.Scopes.Contains(scope) ? Locked(() => answer(field)) : throw new RefusedException($"Insufficient permission for {scope}");
    };

    private object? Locked(Func<object?> answer)
    {
        lock (account.Gate)
        {
            account.MoveOn();
            return answer();
        }
    }

    private static FakeToken? TokenOf(IResolveFieldContext field) => field.UserContext["token"] as FakeToken;

    private static RefusedException NoSession() => new("Your session is invalid or has expired.");

    private static ModelId ModelIn(IResolveFieldContext field) => new(field.GetArgument<string>("modelId"));

    private static Tournament TournamentIn(IResolveFieldContext field, string name) => (Tournament)field.GetArgument<int>(name);
}
