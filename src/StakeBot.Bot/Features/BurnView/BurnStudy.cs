using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.BurnView;

/// <summary>The open rounds of the fund or of some of its models, assessed; or why they cannot be.</summary>
internal abstract record BurnStudy
{
    private BurnStudy()
    {
    }

    public static BurnStudy Of(Fund fund, IReadOnlyList<string>? names)
    {
        if (fund.Open is not { } whole || fund.Moments is not { } moments)
        {
            return new Impossible(
                "There is too little history to speak of open rounds",
                $"{fund.History.Returns.RoundCount} resolved rounds of {fund.History.Models.Count} models; at least two windows are needed ({2 * fund.History.LongestWindow} rounds).");
        }
        if (names is null)
            return new Open("Open rounds", whole);
        Model[] own = [.. fund.Snapshot.Stakes.Select(stake => stake.Model)];
        if (names.FirstOrDefault(name => !own.Any(model => Is(model, name))) is { } unknown)
            return new Impossible($"There is no model {PlainText.Name(unknown)}", $"The models are {string.Join(", ", own.Take(20).Select(model => PlainText.Name(model.Name)))}{(own.Length > 20 ? ", …" : "")}.");
        StakeSnapshot part = fund.Snapshot with
        {
            Tournaments =
            [
                .. fund.Snapshot.Tournaments.Select(tournament => tournament with
                {
                    Stakes = [.. tournament.Stakes.Where(stake => names.Any(name => Is(stake.Model, name)))],
                }),
            ],
        };
        string subject = string.Join(", ", part.Stakes.Select(stake => PlainText.Name(stake.Model.Name)));
        return new Open($"Open rounds of {subject}", OpenRisk.Of(part, fund.History, moments, fund.Policy, fund.Settling));
    }

    private static bool Is(Model model, string name) => model.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>They are assessed.</summary>
    internal sealed record Open(string Subject, OpenRisk Risk) : BurnStudy;

    /// <summary>They cannot be.</summary>
    internal sealed record Impossible(string Title, string Reason) : BurnStudy;
}
