using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Uncertainty;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.CompareView;

/// <summary>Two models of one tournament and what their common rounds say; or why there are no two.</summary>
internal abstract record ModelPair
{
    private ModelPair()
    {
    }

    public static ModelPair Of(Fund fund, IReadOnlyList<string> names)
    {
        if (names.Count != 2)
            return new Missing($"Two models are needed, not {names.Count}. Example: /compare KESTREL HERON");
        Model[] known = [.. fund.Priced.SelectMany(priced => priced.Returns.Models)];
        Model?[] asked = [.. names.Select(name => known.FirstOrDefault(model => model.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))];
        if (asked[0] is not { } first || asked[1] is not { } second)
            return new Missing($"I do not know {PlainText.Name(names[asked[0] is null ? 0 : 1])}. /models lists the models.");
        if (first == second)
            return new Missing("A model cannot be compared with itself. Name two.");
        if (first.Tournament != second.Tournament)
            return new Missing($"{PlainText.Name(first.Name)} is in {first.Tournament}, {PlainText.Name(second.Name)} in {second.Tournament}: they are paid by different rules and cannot be compared.");
        PricedTournament priced = fund.PricingOf(first.Tournament)!;
        RoundWindow[] windows = [.. Enumerable.Repeat(priced.Window, priced.Returns.ModelCount)];
        Comparison comparison = Comparison.Of(priced.Returns, windows, ColumnOf(priced, first), ColumnOf(priced, second));
        return new Found(first, second, priced, comparison);
    }

    private static int ColumnOf(PricedTournament priced, Model model) =>
        Enumerable.Range(0, priced.Returns.ModelCount).First(i => priced.Returns.Models[i].Id == model.Id);

    /// <summary>Two models.</summary>
    internal sealed record Found(Model First, Model Second, PricedTournament Priced, Comparison Comparison) : ModelPair;

    /// <summary>There are no two.</summary>
    internal sealed record Missing(string Reason) : ModelPair;
}
