using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Linking;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.Link;

/// <summary>/link: which keys are linked, how to give one without typing it into a chat, and how to take one away.</summary>
internal sealed class LinkCommand(LinkTickets tickets, BotMode mode, KeyLinking? linking = null, ILinkPage? page = null) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "link",
        "Numerai keys: which are linked, how to give one safely, how to take one away",
        "/link status",
        Role.Owner,
        CommandTopic.About,
        [
            new OptionSpec("action", OptionKind.Choice, "status (the default), start gives a one-time page, revoke forgets a key.") { Choices = ["status", "start", "revoke"] },
            new OptionSpec("key", OptionKind.Choice, "Which key: the one that reads (the default), or the one that changes stakes.") { Choices = ["reading", "staking"] },
        ])
    {
        InPrivate = true,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (!call.IsPrivate)
            return LinkReply.NotHere(mode.Value);
        KeyUse use = call.Choice("key") == KeyUse.Staking.Word ? KeyUse.Staking : KeyUse.Reading;
        return (call.Choice("action"), linking) switch
        {
            ("start", null) => LinkReply.Start(mode.Value, use, null, null),
            ("start", _) => Start(use, call.Person.Identity),
            ("revoke", null) => LinkReply.NothingToRevoke(mode.Value, use),
            ("revoke", _) => LinkReply.Revoked(mode.Value, use, await linking.RevokeAsync(use, call.Person.Identity.Key, ct)),
            (_, null) => LinkReply.Status(mode.Value, []),
            _ => LinkReply.Status(mode.Value, await linking.StatusAsync(ct)),
        };
    }

    private Reply Start(KeyUse use, PlatformIdentity by)
    {
        if (page is null)
            return LinkReply.Start(mode.Value, use, null, null);
        LinkTicket ticket = tickets.Issue(use, by.Key);
        return LinkReply.Start(mode.Value, use, page.AddressOf(ticket), ticket);
    }
}
