using StakeBot.Adapters.Files;

namespace StakeBot.Adapters.Tests.Files;

/// <summary>Opens an outcome, and shows the other case when the test expected this one.</summary>
internal static class OutcomeAssert
{
    public static T MustBeRead<T>(this FileOutcome<T> outcome)
    {
        if (outcome is FileOutcome<T>.Refused refused)
            Assert.Fail(refused.Refusal.ToString());
        return Assert.IsType<FileOutcome<T>.Read>(outcome).Content;
    }

    public static FileRefusal MustBeRefused<T>(this FileOutcome<T> outcome) =>
        Assert.IsType<FileOutcome<T>.Refused>(outcome).Refusal;

    /// <summary>The only problem, with the file's folder cut off.</summary>
    public static string OnlyProblem<T>(this FileOutcome<T> outcome)
    {
        string problem = Assert.Single(outcome.MustBeRefused().Problems);
        int folder = problem.IndexOf(FilesFolder.Prefix, StringComparison.Ordinal);
        return folder < 0 ? problem : problem[(problem.IndexOf(Path.DirectorySeparatorChar, folder) + 1)..];
    }
}
