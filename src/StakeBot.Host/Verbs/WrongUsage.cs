using System.CommandLine;

namespace StakeBot.Host.Verbs;

/// <summary>Says what is wrong with a command line.</summary>
internal static class WrongUsage
{
    public static int Say(ParseResult line)
    {
        foreach (string error in line.Errors.Select(error => error.Message).Distinct())
            Console.Error.WriteLine(error);
        Console.Error.WriteLine("Nothing was done. --help shows the verbs and their options, for example: stakebot ask \"/status\"");
        return ExitCode.WrongUsage;
    }
}
