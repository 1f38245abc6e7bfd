using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.People;

internal static class PeopleReply
{
    private static readonly Button[] Next = [new("List people", "/people list"), new("Show help", "/help people")];

    public static Reply List(ExecutionMode mode, IReadOnlyList<Member> members) => new()
    {
        Mode = mode,
        Title = members.Count == 1 ? "You alone have a role here" : $"{members.Count} people have a role here",
        Lines =
        [
            .. members.Select(member => $"• {member.Name}: {Gate.Name(member.Role)}, {KnownBy(member)}"),
            "Viewers read. Approvers also confirm and cancel. The owner also links keys and lets people in. One person is one vote, on however many platforms.",
        ],
        Table = new DataTable(
            "People",
            ["Name", "Role", "Known as"],
            [.. members.Select(member => (IReadOnlyList<Cell>)[Cell.Of(member.Name), Cell.Of(Gate.Name(member.Role)), Cell.Of(KnownBy(member))])]),
        Buttons = [new Button("Invite a viewer", "/people invite viewer"), new Button("Invite an approver", "/people invite approver"), new Button("Bind a platform", "/people bind")],
    };

    public static Reply Invited(ExecutionMode mode, Role role, JoinCode code) => new()
    {
        Mode = mode,
        Title = $"Invitation for one {Gate.Name(role)}",
        Lines =
        [
            $"Code {code.Shown()}, valid 10 minutes, 5 tries, once.",
            $"Give it to him alone. He sends me /start {code.Shown()} in a private chat.",
            "You will be told who used it.",
        ],
        Buttons = Next,
    };

    public static Reply Binds(ExecutionMode mode, JoinCode code) => new()
    {
        Mode = mode,
        Title = "Bind another platform to yourself",
        Lines =
        [
            $"Code {code.Shown()}, valid 10 minutes, 5 tries, once.",
            $"Send me /start {code.Shown()} on the other platform, yourself. Whoever sends it there is you to me.",
        ],
        Buttons = Next,
    };

    public static Reply Of(ExecutionMode mode, PeopleOutcome outcome) => outcome switch
    {
        PeopleOutcome.Done done => new Reply { Mode = mode, Title = "Done", Lines = [done.Text, "It holds at once, and is written down."], Buttons = Next },
        PeopleOutcome.Refused refused => Refused(mode, refused.Reason),
        _ => throw new InvalidOperationException("A wish is done or refused."),
    };

    public static Reply NotHere(ExecutionMode mode) =>
        Refused(mode, "Others could read the code here. Ask me in a private chat, or on the local page.");

    public static Reply Incomplete(ExecutionMode mode, string action) => Refused(mode, action switch
    {
        "invite" => "Say as what: /people invite viewer, or /people invite approver Ben.",
        "role" => "Say who and what: /people role Ben approver.",
        "remove" => "Say who: /people remove Ben.",
        _ => "Say which platform: /people unbind telegram.",
    });

    public static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "People stay as they are",
        Lines = [reason, "Nothing was changed."],
        Buttons = Next,
    };

    private static string KnownBy(Member member) => member switch
    {
        { Identities.Count: > 0 } => string.Join(", ", member.Identities.Select(one => $"{one.Platform} {PlainText.Name(one.Id)}")),
        _ => "at the bot's own machine",
    };
}
