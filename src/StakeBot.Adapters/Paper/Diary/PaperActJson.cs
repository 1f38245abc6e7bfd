using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Diary;

/// <summary>An act as it is kept: amounts as text, names in words.</summary>
internal sealed record PaperActJson(
    string? Amount = null,
    bool? Automation = null,
    string? Direction = null,
    string? Id = null,
    string Kind = "",
    string? Mode = null,
    string? Model = null,
    int? Rounds = null)
{
    public static string Write(PaperAct act) => JsonSerializer.Serialize(
        act switch
        {
            PaperAct.Advance advance => new PaperActJson(Kind: "advance", Rounds: advance.Rounds),
            PaperAct.Reset => new PaperActJson(Kind: "reset"),
            PaperAct.Set set => new PaperActJson(
                Kind: "set",
                Id: set.Id,
                Model: set.Model.Value,
                Amount: Text(set.Setting.PerRound),
                Mode: set.Setting.Mode == StakeMode.Compound ? "compound" : "constant",
                Automation: set.Setting.Automation),
            PaperAct.Change change => new PaperActJson(
                Kind: "change",
                Id: change.Id,
                Model: change.Model.Value,
                Amount: Text(change.Amount),
                Direction: change.Kind == StakeChangeKind.Increase ? "increase" : "decrease"),
            _ => throw new UnreachableException(),
        },
        PaperActContext.Default.PaperActJson);

    /// <exception cref="FormatException">It is no act that this version knows.</exception>
    public static PaperAct Read(string body)
    {
        PaperActJson json = Parse(body);
        return json switch
        {
            { Kind: "advance", Rounds: { } rounds } => new PaperAct.Advance(rounds),
            { Kind: "reset" } => new PaperAct.Reset(),
            { Kind: "set", Id: { } id, Model: { } model, Amount: { } amount, Mode: "compound" or "constant", Automation: { } automation } =>
                new PaperAct.Set(id, new ModelId(model), new StakeSetting(Amounts(amount), json.Mode == "compound" ? StakeMode.Compound : StakeMode.Constant, automation)),
            { Kind: "change", Id: { } id, Model: { } model, Amount: { } amount, Direction: "increase" or "decrease" } =>
                new PaperAct.Change(id, new ModelId(model), json.Direction == "increase" ? StakeChangeKind.Increase : StakeChangeKind.Decrease, Amounts(amount)),
            _ => throw new FormatException($"An act of the simulated account is of no known kind: '{json.Kind}'."),
        };
    }

    private static PaperActJson Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PaperActContext.Default.PaperActJson) ?? throw new FormatException("An act of the simulated account is empty.");
        }
        catch (JsonException fault)
        {
            throw new FormatException("An act of the simulated account cannot be read.", fault);
        }
    }

    private static string Text(Nmr amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);

    private static Nmr Amounts(string text) =>
        Nmr.TryParse(text, out Nmr amount) ? amount : throw new FormatException("An act of the simulated account has no amount.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PaperActJson))]
internal sealed partial class PaperActContext : JsonSerializerContext;
