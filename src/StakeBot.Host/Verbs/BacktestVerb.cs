using System.CommandLine;
using System.Globalization;
using StakeBot.Core.Proposals;
using StakeBot.Host.Output;

namespace StakeBot.Host.Verbs;

/// <summary>backtest: the command /backtest with its options as options.</summary>
internal static class BacktestVerb
{
    public static Command Command()
    {
        Option<string?> policy = new("--policy") { Description = "The policy that is tried, by its name in config/policies." };
        Option<string?> rebalance = new("--rebalance") { Description = "When stakes are changed; without it, as the policy says." };
        rebalance.AcceptOnlyFromAmong("never", "calendar", "band", "turnover", "all");
        Option<int?> every = new("--every") { Description = $"Rounds between two looks, 1 to {Rebalancing.LongestEvery}." };
        Option<double?> band = new("--band") { Description = "How far a model may be from its target, a share of the fund such as 0.05." };
        Option<double?> turnover = new("--turnover") { Description = "How much of the fund may be moved within one window, a share such as 0.5." };
        Option<string?> models = new("--models") { Description = "Only these models, with commas between them." };
        Option<string?> folder = new("--out") { Description = "The folder for the picture; without it, none is written." };
        Option<bool> json = new("--json") { Description = "Prints the answer as JSON, its table at full precision." };
        Option<string[]> scores = DataOptions.Scores();
        Option<string?> stakes = DataOptions.Stakes();
        Option<string?> rule = DataOptions.Rule();
        Command command = new("backtest", "What policies would have done, knowing only what was known then.")
        {
            policy, rebalance, every, band, turnover, models, folder, json, scores, stakes, rule,
        };
        command.SetAction((line, ct) => ConsoleChat.AskAsync(
            Line(
                ("policy", line.GetValue(policy)),
                ("rebalance", line.GetValue(rebalance)),
                ("every", line.GetValue(every)?.ToString(CultureInfo.InvariantCulture)),
                ("band", Share(line.GetValue(band))),
                ("turnover", Share(line.GetValue(turnover))),
                ("models", line.GetValue(models))),
            line.GetValue(scores) ?? [],
            line.GetValue(stakes),
            line.GetValue(rule),
            new ReplyPrinter(Console.Out, line.GetValue(folder), line.GetValue(json)),
            ct));
        return command;
    }

    private static string Line(params (string Name, string? Value)[] options) => string.Concat(
    [
        "/backtest data",
        .. options.Where(option => option.Value is not null).Select(option => $" {option.Name}:{Quoted(option.Value!)}"),
    ]);

    private static string Quoted(string value) => value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;

    private static string? Share(double? share) => share?.ToString("0.################", CultureInfo.InvariantCulture);
}
