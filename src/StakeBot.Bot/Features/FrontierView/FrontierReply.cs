using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Allocation;
using StakeBot.Core.Money;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Bot.Features.FrontierView;

internal static class FrontierReply
{
    private const int WeightsAtMost = 6;
    private const double FewTailWindows = 10;

    public static Reply Of(ExecutionMode mode, Fund fund, FrontierStudy.Drawn study, FrontierBands? bands, IChartRenderer charts)
    {
        string title = Verdict(study);
        FrontierPicture picture = FrontierPicture.Of(fund, mode, study, bands, title);
        return new Reply
        {
            Mode = mode,
            Title = title,
            Lines =
            [
                Subject(study),
                .. You(study),
                Ends(study),
                .. WithoutWatched(study),
                .. Caps(fund, study),
                .. bands is null ? [] : Bands(study, bands),
                .. Doubts(fund, study),
                Basis.History(study.History, study.Moments),
                How(fund, study, bands),
                .. Basis.Pricing(fund),
                .. Basis.LeftOut(study.History, fund),
                .. Basis.Watched(fund),
            ],
            Pictures = [new Picture("frontier.png", charts.Draw(picture.Plot), picture.AltText)],
            Table = FrontierTable.Of(study),
            ShowTable = study.Request.WithTable,
            Buttons = Buttons(study.Request),
        };
    }

    public static Reply Refuse(ExecutionMode mode, Fund fund, FrontierStudy.Refused refused) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = refused.Title,
        Lines =
        [
            refused.Reason,
            .. refused.History is null ? [] : Basis.Pricing(fund).Concat(Basis.LeftOut(refused.History, fund)).Concat(Basis.Watched(fund)),
            "Nothing was computed.",
        ],
        Buttons = [new Button("Draw without limits", "/frontier"), new Button("List models", "/models")],
    };

    private static string Verdict(FrontierStudy.Drawn study)
    {
        if (study.You is null || study.SameReturn is null)
        {
            CornerPortfolio least = study.Frontiers.Staked.MinRisk;
            return $"Least risk {Figures.Percent(least.Risk)} at {Figures.SignedPercent(least.Return)} expected";
        }
        if (study.You.Return <= 0)
            return $"Your stakes are not expected to gain: {Figures.SignedPercent(study.You.Return)} at {Figures.Percent(study.You.Risk)} risk";
        if (study.SameReturn.Risk <= 0)
            return $"{Figures.SignedPercent(study.You.Return)} expected could be had without a bad tail in this history; you carry {Figures.Percent(study.You.Risk)}";
        double saved = 1 - study.SameReturn.Risk / study.You.Risk;
        return saved < 0.02
            ? $"You are on the frontier: {Figures.SignedPercent(study.You.Return)} expected at {Figures.Percent(study.You.Risk)} risk"
            : $"{Figures.SignedPercent(study.You.Return)} expected needs {Figures.Percent(study.SameReturn.Risk)} risk; you carry {Figures.Percent(study.You.Risk)}";
    }

    private static string Subject(FrontierStudy.Drawn study) => study.Request.PerRound
        ? $"Efficient frontier of {study.History.Models.Count} models, round by round and unshrunk, for comparison with other tools. Risk: {study.Request.RiskName}, in % of the NMR staked in one round."
        : $"Efficient frontier of {study.History.Models.Count} models per window ({WindowWords(study)}). Risk: {study.Request.RiskName}, in % of the fund.";

    private static IEnumerable<string> You(FrontierStudy.Drawn study)
    {
        if (study.You is not { } you)
        {
            yield return "Nothing with a history is staked, so you are not in the picture.";
            yield break;
        }
        string error = study.Request.PerRound ? "" : $" ± {Figures.Percent(study.Moments.StandardErrorOf(study.Present.Weights))}";
        yield return $"You: risk {Figures.Percent(you.Risk)}, expected {Figures.SignedPercent(you.Return)}{error}, {Figures.Whole(Math.Max(0, FundFrontier.IdleOf(you)))} idle{Without(study)}.";
        if (study.SameReturn is { } same && you.Return > 0)
            yield return $"The same expectation at least risk: {Figures.Percent(same.Risk)}, {Figures.Whole(FundFrontier.IdleOf(same))} idle: {Weights(study, same)}.";
    }

    private static string Without(FrontierStudy.Drawn study) => study.Present.LeftOut == Nmr.Zero
        ? ""
        : $", not counting {Figures.Unit(study.Present.LeftOut)} on models that are not in these figures";

    private static string Ends(FrontierStudy.Drawn study)
    {
        CornerPortfolio least = study.Frontiers.Staked.MinRisk;
        string ends = $"Everything staked: least risk {Figures.Percent(least.Risk)} (expected {Figures.SignedPercent(least.Return)}{Error(study, least)})";
        return study.Frontiers.Staked.MaxRatio is { } best
            ? $"{ends}; best ratio {Figures.Number(best.Ratio)} at risk {Figures.Percent(best.Risk)} (expected {Figures.SignedPercent(best.Return)}{Error(study, best)}): {Weights(study, best)}."
            : $"{ends}; no portfolio has a positive ratio of return to risk.";
    }

    private static IEnumerable<string> WithoutWatched(FrontierStudy.Drawn study)
    {
        if (study.WithoutWatched?.Frontiers.Staked is not { } own)
            yield break;
        string ratio = own.MaxRatio is { } best ? $", best ratio {Figures.Number(best.Ratio)}" : "";
        yield return $"Without the watched models: least risk {Figures.Percent(own.MinRisk.Risk)} (expected {Figures.SignedPercent(own.MinRisk.Return)}){ratio}.";
    }

    private static string How(Fund fund, FrontierStudy.Drawn study, FrontierBands? bands)
    {
        if (study.Request.PerRound)
            return string.Join("; ", ["How: mean and covariance of single rounds as they were, nothing shrunk", .. Basis.Joined(fund, study.History)]) + ".";
        string bootstrap = bands is null ? "" : " Bands: stationary bootstrap (Politis–Romano), its block length by Politis–White.";
        return $"± is one standard error. {Basis.How(fund, study.History, study.Moments)}{bootstrap} An estimate, not a forecast.";
    }

    private static IEnumerable<string> Caps(Fund fund, FrontierStudy.Drawn study)
    {
        if (study.Request.PerRound)
        {
            yield return "The two-percent caps hold for whole windows and are not drawn here.";
            yield break;
        }
        if (!study.Frontiers.CapsBind)
        {
            yield return $"The two-percent rule caps no model: none loses more than {Figures.Percent(fund.Policy.ModelLimit)} of its stake in a bad window.";
            yield break;
        }
        CornerPortfolio most = study.Frontiers.Capped.MaxReturn;
        yield return (study.Frontiers.Stakeable < 1
                ? $"Within the two-percent caps at most {Figures.Whole(study.Frontiers.Stakeable)} of the fund can be staked: "
                : "Within the two-percent caps the whole fund can be staked: ")
            + $"expected up to {Figures.SignedPercent(most.Return)} at risk {Figures.Percent(most.Risk)}, {Figures.Whole(FundFrontier.IdleOf(most))} idle: {Weights(study, most)}.";
    }

    private static IEnumerable<string> Bands(FrontierStudy.Drawn study, FrontierBands bands)
    {
        string present = bands.Present is { } you ? $"yours {Range(you)}; " : "";
        string best = study.Frontiers.Staked.MaxRatio is { } ratio ? $"; best ratio {Range(bands.Of(ratio))}" : "";
        yield return $"90 % bands of the true risk: {present}least risk {Range(bands.Of(study.Frontiers.Staked.MinRisk))}{best}. "
            + $"From {bands.Resamples} resampled histories in blocks of about {bands.MeanBlock:0} rounds; chosen portfolios mostly risk more than they look.";
        yield return $"How often a model enters the least-risk portfolio of a resample: {Enters(study, bands.EntersLeastRisk)}.";
    }

    private static string Range(RiskInterval interval) => $"{Figures.Percent(interval.Low)} to {Figures.Percent(interval.High)}";

    private static string Enters(FrontierStudy.Drawn study, double[] shares) => string.Join(", ", study.History.Models
        .Select((_, i) => (Name: study.NameOf(i), Share: shares[i]))
        .OrderByDescending(pair => pair.Share)
        .Take(WeightsAtMost)
        .Select(pair => $"{pair.Name} {Figures.Whole(pair.Share)}"));

    private static IEnumerable<string> Doubts(Fund fund, FrontierStudy.Drawn study)
    {
        if (study.Request.Measure == RiskMeasure.Deviation)
            yield break;
        double tail = (1 - fund.Policy.Level) * study.Inputs.Scenarios.Count;
        if (study.Request.Measure is RiskMeasure.Cvar or RiskMeasure.Cdar && tail < FewTailWindows)
            yield return $"The tail is only {Figures.Number(tail)} observations: read these risks as orders of magnitude.";
        if (study.Request.Measure == RiskMeasure.Cvar && study.Frontiers.Staked.MinRisk.Risk <= 0)
            yield return "There is no loss tail in the sample: some portfolios gained even in their worst windows. No ratio is computed across zero.";
        if (tail / study.History.LongestWindow < 1 && !study.Request.PerRound)
            yield return "All overlaps aside, the tail is less than one window: a portfolio chosen to have no tail in this history may well have one in the next.";
    }

    private static string Error(FrontierStudy.Drawn study, CornerPortfolio portfolio) => study.Request.PerRound
        ? ""
        : $" ± {Figures.Percent(study.Moments.StandardErrorOf(portfolio.Weights.AsSpan()[..study.History.Models.Count]))}";

    private static string Weights(FrontierStudy.Drawn study, CornerPortfolio portfolio)
    {
        (string Name, double Weight)[] held =
        [
            .. study.History.Models
                .Select((_, i) => (study.NameOf(i), Weight: portfolio.Weights[i]))
                .Where(pair => pair.Weight >= 0.005)
                .OrderByDescending(pair => pair.Weight),
        ];
        if (held.Length == 0)
            return "nothing staked";
        int more = held.Length - WeightsAtMost;
        return string.Join(", ", held.Take(WeightsAtMost).Select(pair => $"{pair.Name} {Figures.Whole(pair.Weight)}")) + (more > 0 ? $" and {more} more" : "");
    }

    private static string WindowWords(FrontierStudy.Drawn study) => Basis.Window(study.History);

    private static Button[] Buttons(FrontierRequest request) =>
    [
        request.Measure == RiskMeasure.Deviation
            ? new Button("Count tail losses as risk", "/frontier cvar")
            : new Button("Count variance as risk", "/frontier variance"),
        .. request.Bands ? [] : new[] { new Button("Draw 90 % bands", $"/frontier {Word(request.Measure)} bands") },
        new Button("Show risk", "/risk"),
        new Button("Show correlation", "/correlation"),
        new Button("How to read this", "/help frontier"),
    ];

    private static string Word(RiskMeasure measure) => measure == RiskMeasure.Deviation ? "variance" : measure.ToString().ToLowerInvariant();
}
