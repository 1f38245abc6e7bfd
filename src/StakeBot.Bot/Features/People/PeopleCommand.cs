using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.People;

/// <summary>/people: who has which role. The owner invites, changes and removes; everybody binds his own platforms.</summary>
internal sealed class PeopleCommand(IPeople people, BotMode mode, JoinCodes codes, Membership membership) : ICommand
{
    // A process that answers one command on the console and remembers nothing.
    private const string OneQuestion = "console";

    private static readonly HashSet<string> OwnersOnly = ["invite", "role", "remove"];

    public CommandSpec Spec { get; } = new(
        "people",
        "Who may read and confirm: invite, change roles, remove; bind your other platforms",
        "/people list",
        Role.Viewer,
        CommandTopic.About,
        [
            new OptionSpec("action", OptionKind.Choice, "list (the default), or what to do: invite, role and remove are the owner's.")
            {
                Choices = ["list", "invite", "role", "remove", "bind", "unbind"],
            },
            new OptionSpec("as", OptionKind.Choice, "The role that somebody gets.") { Choices = ["viewer", "approver"] },
            new OptionSpec("name", OptionKind.Text, "Whom it is about, as /people list names him; for unbind, the platform."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string action = call.Choice("action") ?? "list";
        if (action == "list")
            return PeopleReply.List(mode.Value, await people.ListAsync(ct));
        if (call.Address.Platform == OneQuestion)
            return PeopleReply.Refused(mode.Value, "This process ends with its answer, and a code would end with it. Start the bot and ask me on its local page.");
        if (OwnersOnly.Contains(action) && Gate.Refusal(call.Person, Role.Owner) is { } refusal)
            return PeopleReply.Refused(mode.Value, refusal);
        return action switch
        {
            "invite" => await InviteAsync(call, ct),
            "bind" => await BindAsync(call, ct),
            "role" when Wanted(call) is { } role && call.Text("name") is { } name =>
                PeopleReply.Of(mode.Value, await membership.ChangeRoleAsync(call.Person, name, role, ct)),
            "remove" when call.Text("name") is { } name => PeopleReply.Of(mode.Value, await membership.RemoveAsync(call.Person, name, ct)),
            "unbind" when call.Text("name") is { } platform => PeopleReply.Of(mode.Value, await membership.UnbindAsync(call.Person, platform, ct)),
            _ => PeopleReply.Incomplete(mode.Value, action),
        };
    }

    private async Task<Reply> InviteAsync(CommandCall call, CancellationToken ct)
    {
        if (Wanted(call) is not { } role)
            return PeopleReply.Incomplete(mode.Value, "invite");
        if (!call.IsPrivate)
            return PeopleReply.NotHere(mode.Value);
        return PeopleReply.Invited(mode.Value, role, await codes.InviteAsync(call.Person, role, call.Text("name"), ct));
    }

    private async Task<Reply> BindAsync(CommandCall call, CancellationToken ct) => call.IsPrivate
        ? PeopleReply.Binds(mode.Value, await codes.BindAsync(call.Person.Identity.Key, call.Person.Id, null, ct))
        : PeopleReply.NotHere(mode.Value);

    private static Role? Wanted(CommandCall call) => call.Choice("as") is { } word ? Roles.Of(word) : null;
}
