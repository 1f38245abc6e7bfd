using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>Sentences for reads that failed. Numerai's own texts stay out of them: they are a stranger's.</summary>
internal static class ReadFaults
{
    private const string NoSession = "Your session is invalid or has expired";
    private const string NoPermission = "Insufficient permission for ";
    private const string OnChain = "web3_staking";

    public static NumeraiUnavailableException Of(Operation operation, GraphQlAnswer answer)
    {
        if (IsNoSession(answer))
            return new NumeraiUnavailableException("Numerai does not accept the key. It may have been deleted there: make a new one and link it, or mend Numerai:PublicId and Numerai:SecretKey.");
        if (answer.Errors.Any(error => error.StartsWith(NoPermission + OnChain, StringComparison.Ordinal)))
            return new NumeraiUnavailableException($"The key lacks the scope {OnChain}.");
        if (answer.Errors.Any(IsLackOfScope))
            return new NumeraiUnavailableException("The key lacks a scope that reading needs: read_user_info and read_submission_info.");
        return answer.Status switch
        {
            429 => new NumeraiUnavailableException("Numerai was asked too often and wants some quiet."),
            >= 500 => new NumeraiUnavailableException($"Numerai failed (status {answer.Status})."),
            _ when !answer.IsReadable => new NumeraiUnavailableException("Numerai's answer could not be read."),
            _ => new NumeraiUnavailableException($"Numerai refused the query {operation.Name}."),
        };
    }

    /// <summary>Whether Numerai does not accept the key.</summary>
    public static bool IsNoSession(GraphQlAnswer answer) => answer.Errors.Any(error => error.StartsWith(NoSession, StringComparison.Ordinal));

    /// <summary>Whether an error says that the key lacks a scope.</summary>
    public static bool IsLackOfScope(string error) => error.StartsWith(NoPermission, StringComparison.Ordinal);
}
