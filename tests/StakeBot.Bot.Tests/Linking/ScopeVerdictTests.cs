using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Tests.Linking;

public sealed class ScopeVerdictTests
{
    [Theory]
    [InlineData(KeyUse.Reading, "read_user_info read_submission_info web3_staking delete", "may delete")]
    [InlineData(KeyUse.Staking, "stake delete", "may delete")]
    [InlineData(KeyUse.Staking, "read_user_info", "its scope stake is missing")]
    [InlineData(KeyUse.Reading, "stake", "its scope read_user_info is missing")]
    [InlineData(KeyUse.Reading, "", "its scope read_user_info is missing")]
    public void A_key_that_does_not_fit_is_refused(KeyUse use, string scopes, string reason) =>
        Assert.Contains(reason, Of(use, scopes).Refusal!, StringComparison.Ordinal);

    [Theory]
    [InlineData(KeyUse.Reading, "read_user_info read_submission_info web3_staking")]
    [InlineData(KeyUse.Staking, "stake")]
    public void A_key_with_no_more_than_it_needs_is_taken_without_a_word(KeyUse use, string scopes)
    {
        ScopeVerdict verdict = Of(use, scopes);

        Assert.Null(verdict.Refusal);
        Assert.Empty(verdict.Warnings);
    }

    [Theory]
    [InlineData(KeyUse.Reading, "read_user_info read_submission_info web3_staking upload_submission", "upload_submission")]
    [InlineData(KeyUse.Reading, "read_user_info read_submission_info web3_staking write_user_info", "write_user_info")]
    [InlineData(KeyUse.Staking, "stake download_submission", "download_submission")]
    [InlineData(KeyUse.Reading, "read_user_info read_submission_info web3_staking stake", "change stakes")]
    [InlineData(KeyUse.Reading, "read_user_info web3_staking", "history of submissions cannot be read")]
    [InlineData(KeyUse.Reading, "read_user_info read_submission_info", "the account cannot be read")]
    public void Too_much_and_too_little_are_told(KeyUse use, string scopes, string warning)
    {
        ScopeVerdict verdict = Of(use, scopes);

        Assert.Null(verdict.Refusal);
        Assert.Contains(warning, Assert.Single(verdict.Warnings), StringComparison.Ordinal);
    }

    private static ScopeVerdict Of(KeyUse use, string scopes) =>
        ScopeVerdict.Of(use, new KeyFacts("aviary", scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
