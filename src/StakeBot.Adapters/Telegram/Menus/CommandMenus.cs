using System.Globalization;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Bot.Commands;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace StakeBot.Adapters.Telegram.Menus;

/// <summary>
/// The menus of commands, out of the catalogue: in private conversations what members may give, in groups what is fit for one, and in the owner's
/// conversation everything. A menu is no permission: who may do what is decided when a command comes.
/// </summary>
internal sealed class CommandMenus(ApiClient client, CommandCatalogue catalogue, IPeople people, ILogger<CommandMenus> logger)
{
    private const int Most = 100;

    /// <summary>Puts them up; what cannot be put up now is put up at the next start.</summary>
    public async Task PutUpAsync(CancellationToken ct)
    {
        try
        {
            await SetAsync(spec => spec.Needs < Role.Owner, new BotCommandScopeAllPrivateChats(), ct);
            await SetAsync(spec => GroupCommands.Menu.Contains(spec.Name), new BotCommandScopeAllGroupChats(), ct);
            foreach (MemberIdentity owner in (await people.ListAsync(ct)).Where(member => member.Role == Role.Owner).SelectMany(member => member.Identities).Where(one => one.Platform == TelegramAddress.Platform))
                await SetAsync(_ => true, new BotCommandScopeChat { ChatId = long.Parse(owner.Id, CultureInfo.InvariantCulture) }, ct);
        }
        catch (RequestException fault)
        {
            // "chat not found": the owner has not spoken to the bot yet, and sees what members see.
            TelegramLog.MenuNotSet(logger, Fault.Reason(fault));
        }
        catch (StoreUnavailableException unavailable)
        {
            TelegramLog.MenuNotSet(logger, unavailable.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    private Task SetAsync(Func<CommandSpec, bool> isShown, BotCommandScope scope, CancellationToken ct) => client.Bot.SetMyCommands(
        catalogue.Specs.Where(isShown).Take(Most).Select(spec => new BotCommand { Command = spec.Name, Description = spec.Summary }), scope, cancellationToken: ct);
}
