using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Funds;

/// <summary>Makes the what-if fund: the account's own fund with the watched models beside its own, holding nothing.</summary>
public sealed class WatchedReader(PayoutHistory rules, PricingChoice choice, IPublicModels? others = null)
{
    /// <summary>The what-if fund; the own one when nothing is watched. Who cannot be there is named in its notes.</summary>
    public async Task<Fund> AddAsync(Fund own, IReadOnlyList<WatchedModel> watched, CancellationToken ct)
    {
        if (watched.Count == 0)
            return own;
        List<PricedTournament> priced = [];
        List<string> notes = [];
        foreach (WatchedModel model in watched)
        {
            (PricedTournament? one, string? problem) = await PriceAsync(own, model, ct);
            if (one is not null)
                priced.Add(one);
            else
                notes.Add($"{PlainText.Name(model.Name)} is watched and is not in this: {problem}");
        }
        Fund with = Of(own, priced, notes);
        if (with.History.IsEnough || !own.History.IsEnough)
            return with;
        notes.Add("With models of other tournaments the history is shorter than two of their windows, so those are not in this.");
        return Of(own, [.. priced.Where(one => own.PricingOf(one.Tournament) is not null)], notes);
    }

    private async Task<(PricedTournament? Priced, string? Problem)> PriceAsync(Fund own, WatchedModel watched, CancellationToken ct)
    {
        if (own.Snapshot.Stakes.Any(stake => watched.Is(stake.Model)))
            return (null, "it is one of your models now. /watch drop takes it off the list.");
        if (others is null)
            return (null, "the models of others cannot be looked up here.");
        try
        {
            if (await others.FindAsync(watched.Name, watched.Tournament, ct) is not { } found)
                return (null, $"{watched.Tournament} has no such model here.");
            // The very rule that prices the own models: the one in force may be known from Numerai only.
            PayoutRule? same = own.PricingOf(watched.Tournament)?.Rule;
            PricingRule rule = same is null
                ? PricingRule.Choose(found.Scores, rules, RuleOf(watched.Tournament))
                : PricingRule.Choose(found.Scores, new PayoutHistory([same]), same.Name);
            return rule switch
            {
                PricingRule.Chosen chosen => (PricedTournament.Of(found.Scores, chosen), null),
                PricingRule.Impossible impossible => (null, impossible.Reason),
                _ => throw new InvalidOperationException("A history can be priced or not."),
            };
        }
        catch (NumeraiUnavailableException unavailable)
        {
            return (null, unavailable.Message);
        }
    }

    private string? RuleOf(Tournament tournament) =>
        choice.RuleName is { } name && rules.Named(name)?.Tournament == tournament ? name : null;

    private static Fund Of(Fund own, IReadOnlyList<PricedTournament> watched, IReadOnlyList<string> notes) =>
        new(own.Snapshot, own.Ledger, WhatIf.With(own.Priced, watched), own.Unpriced, own.Policy)
        {
            Own = own,
            Watched = [.. watched.SelectMany(one => one.Returns.Models)],
            WatchNotes = notes,
            Settling = own.Settling,
        };
}
