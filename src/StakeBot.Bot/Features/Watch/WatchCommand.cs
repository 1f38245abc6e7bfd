using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.Watch;

/// <summary>/watch NAME: models of others as what-if members, in /frontier, /compare, /correlation and /backtest.</summary>
internal sealed class WatchCommand(FundReader funds, WatchList list, BotMode mode, IPublicModels? others = null) : ICommand
{
    private const int LongestName = 64;

    public CommandSpec Spec { get; } = new(
        "watch",
        "Models of others as what-if members: seen in frontiers and backtests, never staked",
        "/watch list",
        Role.Viewer,
        CommandTopic.Look,
        [
            new OptionSpec("action", OptionKind.Choice, "list (the default without a name), drop to take one off, add (the default with a name).") { Choices = ["list", "drop", "add"] },
            new OptionSpec("tournament", OptionKind.Choice, "Where it takes part; without it, where the name is found first.") { Choices = ["classic", "signals", "crypto"] },
            new OptionSpec("name", OptionKind.Text, "The name of the model, in any case of letters.") { Completes = Completes.Models },
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string? name = call.Text("name");
        string action = call.Choice("action") ?? (name is null ? "list" : "add");
        if (action == "list")
            return WatchReply.List(mode.Value, await list.ListAsync(ct));
        if (name is null)
            return WatchReply.Refuse(mode.Value, $"Which model? Example: /watch {action} KINGFISHER");
        if (!list.IsKept || others is null)
            return WatchReply.Refuse(mode.Value, "This process cannot look up models of others, or has nothing to remember them in.");
        if (Gate.Refusal(call.Person, Role.Approver) is { } refusal)
            return WatchReply.Refuse(mode.Value, refusal);
        Tournament? tournament = call.Choice("tournament") is { } word ? Enum.Parse<Tournament>(word, ignoreCase: true) : null;
        return action == "drop" ? await DropAsync(call, name, tournament, ct) : await AddAsync(others, call, name, tournament, ct);
    }

    private async Task<Reply> AddAsync(IPublicModels known, CommandCall call, string name, Tournament? tournament, CancellationToken ct)
    {
        IReadOnlyList<WatchedModel> watched = await list.ListAsync(ct);
        if (watched.Any(one => Matches(one, name, tournament)))
            return WatchReply.Refuse(mode.Value, $"{PlainText.Name(name)} is watched already.");
        if (watched.Count >= WatchList.Most)
            return WatchReply.Refuse(mode.Value, $"At most {WatchList.Most} models are watched. /watch drop NAME makes room.");
        Fund fund = await funds.ReadAsync(ct);
        if (fund.Snapshot.Stakes.FirstOrDefault(stake => IsHeld(stake, name, tournament)) is { } held)
            return WatchReply.Refuse(mode.Value, $"{PlainText.Name(held.Model.Name)} is yours and holds {Figures.Unit(held.Exposure)}; it is in every figure already.");
        if (name.Length > LongestName || await known.FindAsync(name, tournament, ct) is not { } found)
            return WatchReply.Refuse(mode.Value, NotFound(fund, name, tournament));
        WatchedModel model = new(found.Model.Name, found.Model.Tournament);
        return await list.TryAddAsync(model, call.Person.Identity.Key, ct)
            ? WatchReply.Added(mode.Value, await funds.ReadWithWatchedAsync(ct), model)
            : WatchReply.Refuse(mode.Value, "Somebody changed the list at the same moment. Look at /watch list and try again.");
    }

    private async Task<Reply> DropAsync(CommandCall call, string name, Tournament? tournament, CancellationToken ct)
    {
        WatchedModel[] meant = [.. (await list.ListAsync(ct)).Where(one => Matches(one, name, tournament))];
        if (meant.Length == 0)
            return WatchReply.Refuse(mode.Value, $"{PlainText.Name(name)} is not watched. /watch list shows who is.");
        if (meant.Length > 1)
            return WatchReply.Refuse(mode.Value, $"{PlainText.Name(name)} is watched in {string.Join(" and ", meant.Select(one => one.Tournament))}. Say which: /watch drop {PlainText.Name(name)} {meant[0].Tournament.ToString().ToLowerInvariant()}");
        return await list.TryDropAsync(meant[0], call.Person.Identity.Key, ct)
            ? WatchReply.Dropped(mode.Value, meant[0])
            : WatchReply.Refuse(mode.Value, "Somebody changed the list at the same moment. Look at /watch list and try again.");
    }

    private static string NotFound(Fund fund, string name, Tournament? tournament) =>
        fund.Snapshot.Stakes.Any(stake => stake.Model.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? $"{PlainText.Name(name)} is yours; it is in every figure already."
            : $"I find no model {PlainText.Name(name)}{(tournament is { } there ? $" in {there}" : "")} that is not yours.";

    private static bool IsHeld(Stake stake, string name, Tournament? tournament) =>
        stake.Exposure > Nmr.Zero
        && stake.Model.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        && (tournament is null || stake.Model.Tournament == tournament);

    private static bool Matches(WatchedModel one, string name, Tournament? tournament) =>
        one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && (tournament is null || one.Tournament == tournament);
}
