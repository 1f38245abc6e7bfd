using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.WhoAmI;

internal static class WhoAmIReply
{
    public static Reply Of(ExecutionMode mode, Person person, Member? member) => new()
    {
        Mode = mode,
        Title = $"You are the {Gate.Name(person.Role)}",
        Lines =
        [
            $"Platform {person.Identity.Platform}, id {PlainText.Name(person.Identity.Id)}.",
            .. Bound(member),
            person.Role switch
            {
                Role.Owner => "You may read everything and change everything that can be changed here.",
                Role.Approver => "You may read everything, and confirm or cancel proposals.",
                Role.Viewer => "You may read everything and change nothing.",
                _ => "You may read nothing until the owner lets you in; tell him the id above.",
            },
        ],
        Buttons = [new Button("Show help", "/help")],
    };

    private static IEnumerable<string> Bound(Member? member) => member is { Identities.Count: > 0 }
        ? [$"I know you on {string.Join(", ", member.Identities.Select(one => $"{one.Platform} (id {PlainText.Name(one.Id)})"))}: one person, one vote."]
        : [];
}
