using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using StakeBot.Core.Allocation;

namespace StakeBot.Host.Output;

/// <summary>A frontier of the engine on a console.</summary>
internal sealed record FrontierPrint(RiskMeasure Measure, double Level, double Cap, IReadOnlyList<string> Models, TimeSpan Elapsed)
{
    private string MeasureName => Measure == RiskMeasure.Deviation ? "variance" : Measure.ToString().ToLowerInvariant();

    public string Json(FrontierOutcome outcome) => (outcome switch
    {
        FrontierOutcome.Solved(var frontier) => Solved(frontier),
        FrontierOutcome.Infeasible infeasible => new JsonObject
        {
            ["outcome"] = "infeasible",
            ["constraint"] = infeasible.Constraint,
            ["message"] = infeasible.Message,
        },
        FrontierOutcome.TooFewRounds few => new JsonObject
        {
            ["outcome"] = "tooFewRounds",
            ["message"] = TooFew(few),
        },
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    }).ToJsonString(Output.Json.Readable);

    public string Text(FrontierOutcome outcome) => outcome switch
    {
        FrontierOutcome.Solved(var frontier) => Words(frontier),
        FrontierOutcome.Infeasible infeasible => $"{infeasible.Message} Nothing was computed.",
        FrontierOutcome.TooFewRounds few => $"{TooFew(few)} Nothing was computed.",
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private static string TooFew(FrontierOutcome.TooFewRounds few) => $"{few.Have} rounds are too few; at least {few.Needed} are needed.";

    private JsonObject Solved(Frontier frontier) => new()
    {
        ["outcome"] = "solved",
        ["measure"] = MeasureName,
        ["level"] = Level,
        ["cap"] = Cap,
        ["models"] = new JsonArray([.. Models.Select(model => JsonValue.Create(model))]),
        ["corners"] = new JsonArray([.. frontier.Corners.Select(Portfolio)]),
        ["minRisk"] = Portfolio(frontier.MinRisk),
        ["maxRatio"] = frontier.MaxRatio is { } best ? WithRatio(best) : null,
        ["certificate"] = new JsonObject
        {
            ["budgetError"] = frontier.Certificate.BudgetError,
            ["boundViolation"] = frontier.Certificate.BoundViolation,
            ["kktResidual"] = frontier.Certificate.KktResidual,
        },
        ["elapsedMs"] = Elapsed.TotalMilliseconds,
    };

    private static JsonObject Portfolio(CornerPortfolio portfolio) => new()
    {
        ["return"] = portfolio.Return,
        ["risk"] = portfolio.Risk,
        ["weights"] = new JsonArray([.. portfolio.Weights.Select(weight => JsonValue.Create(weight))]),
    };

    private static JsonObject WithRatio(CornerPortfolio portfolio)
    {
        JsonObject json = Portfolio(portfolio);
        json["ratio"] = Output.Json.Number(portfolio.Ratio);
        return json;
    }

    private string Words(Frontier frontier)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{frontier.Corners.Length} corner portfolios of {Models.Count} models, measure {MeasureName}, cap {Cap}, per round of the file\n");
        text.Append(CultureInfo.InvariantCulture, $"Least risk {frontier.MinRisk.Risk:G12} at return {frontier.MinRisk.Return:G12}: {Held(frontier.MinRisk)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Most return {frontier.MaxReturn.Return:G12} at risk {frontier.MaxReturn.Risk:G12}: {Held(frontier.MaxReturn)}\n");
        text.Append(frontier.MaxRatio is { } best
            ? string.Create(CultureInfo.InvariantCulture, $"Best ratio {best.Ratio:G12} at return {best.Return:G12}: {Held(best)}\n")
            : "There is no best ratio: no portfolio has a positive return for a positive risk\n");
        text.Append(CultureInfo.InvariantCulture, $"Budget error {frontier.Certificate.BudgetError:E1}, bound violation {frontier.Certificate.BoundViolation:E1}, KKT residual {frontier.Certificate.KktResidual:E1}; {Elapsed.TotalMilliseconds:F1} ms");
        return text.ToString();
    }

    private string Held(CornerPortfolio portfolio) => string.Join(", ", portfolio.Weights
        .Select((weight, i) => (weight, Name: Models[i]))
        .Where(pair => pair.weight >= 0.0005)
        .OrderByDescending(pair => pair.weight)
        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name} {pair.weight * 100:0.0} %")));
}
