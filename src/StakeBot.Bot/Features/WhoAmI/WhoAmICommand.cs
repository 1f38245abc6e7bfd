using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.WhoAmI;

/// <summary>/whoami: the id by which the platform knows somebody, and his role here.</summary>
internal sealed class WhoAmICommand(IPeople people, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "whoami",
        "Your id on this platform and your role here",
        "/whoami",
        Role.Anyone,
        CommandTopic.About,
        []);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        IReadOnlyList<Member> members = await people.ListAsync(ct);
        return WhoAmIReply.Of(mode.Value, call.Person, members.FirstOrDefault(member => member.Id == call.Person.Id));
    }
}
