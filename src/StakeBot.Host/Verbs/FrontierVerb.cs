using System.CommandLine;
using System.Diagnostics;
using StakeBot.Adapters.Files;
using StakeBot.Core.Allocation;
using StakeBot.Host.Output;

namespace StakeBot.Host.Verbs;

/// <summary>frontier --returns FILE: the engine alone, without windows, shrinkage or chat.</summary>
internal static class FrontierVerb
{
    private static readonly Dictionary<string, RiskMeasure> Measures = new()
    {
        ["variance"] = RiskMeasure.Deviation,
        ["cvar"] = RiskMeasure.Cvar,
        ["cdar"] = RiskMeasure.Cdar,
        ["maxdrawdown"] = RiskMeasure.MaxDrawdown,
    };

    public static Command Command()
    {
        Option<string> returns = new("--returns") { Description = "Returns from csv: a row per round, a column per model.", Required = true };
        Option<string> measure = new("--measure") { Description = "What counts as risk.", DefaultValueFactory = _ => "variance" };
        measure.AcceptOnlyFromAmong([.. Measures.Keys]);
        Option<double> level = new("--level") { Description = "The level of CVaR and CDaR.", DefaultValueFactory = _ => 0.95 };
        level.Validators.Add(result => Reject(result, result.GetValueOrDefault<double>() is > 0 and < 1, "--level lies between 0 and 1, such as 0.95."));
        Option<double> cap = new("--cap") { Description = "The greatest weight of one model.", DefaultValueFactory = _ => 1 };
        cap.Validators.Add(result => Reject(result, result.GetValueOrDefault<double>() is > 0 and <= 1, "--cap lies above 0 and is at most 1, such as 0.35."));
        Option<bool> json = new("--json") { Description = "Prints JSON at full precision." };
        Command command = new("frontier", "Traces the whole exact frontier of a table of returns.") { returns, measure, level, cap, json };
        command.SetAction(line => Run(
            line.GetValue(returns)!, Measures[line.GetValue(measure)!], line.GetValue(level), line.GetValue(cap), line.GetValue(json)));
        return command;
    }

    private static void Reject(System.CommandLine.Parsing.OptionResult result, bool holds, string sentence)
    {
        if (!holds)
            result.AddError(sentence);
    }

    private static int Run(string file, RiskMeasure measure, double level, double cap, bool json)
    {
        FileOutcome<ReturnsTable> read = ReturnsFile.Read(file);
        if (read is not FileOutcome<ReturnsTable>.Read(var table))
        {
            Console.Error.WriteLine(((FileOutcome<ReturnsTable>.Refused)read).Refusal);
            return ExitCode.Refused;
        }
        long start = Stopwatch.GetTimestamp();
        FrontierInputs inputs = new(measure, level, SampleMoments.Of(table.Scenarios), table.Scenarios);
        FrontierOutcome outcome = inputs.Trace(Bounds.LongOnly(table.Names.Count, cap));
        FrontierPrint print = new(measure, level, cap, table.Names, Stopwatch.GetElapsedTime(start));
        Console.Out.WriteLine(json ? print.Json(outcome) : print.Text(outcome));
        return outcome is FrontierOutcome.Solved ? ExitCode.Done : ExitCode.Refused;
    }
}
