using System.CommandLine;
using StakeBot.Adapters.Discord.Http;
using StakeBot.Adapters.Files;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Telegram;
using StakeBot.Adapters.Web;
using StakeBot.Adapters.Web.Linking;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Host.Verbs;

/// <summary>serve: the bot, until it is stopped.</summary>
internal static class ServeVerb
{
    private static readonly TimeSpan LinkPatience = TimeSpan.FromSeconds(5);

    public static Command Command()
    {
        Command command = new("serve", "Runs the bot; the local web chat's address is printed.");
        Define(command);
        return command;
    }

    public static void Define(Command command)
    {
        Option<string[]> scores = DataOptions.Scores();
        Option<string?> stakes = DataOptions.Stakes();
        Option<string?> rule = DataOptions.Rule();
        command.Add(scores);
        command.Add(stakes);
        command.Add(rule);
        command.SetAction((line, ct) => ServeAsync(line.GetValue(scores) ?? [], line.GetValue(stakes), line.GetValue(rule), ct));
    }

    private static async Task<int> ServeAsync(IReadOnlyList<string> scores, string? stakes, string? rule, CancellationToken ct)
    {
        DataSource source = DataSource.Of(scores, stakes, rule, TournamentsFile.Load(ShippedFiles.Tournaments));
        if (source is DataSource.Unusable unusable)
            return Say(unusable.Reason, ExitCode.Refused);
        OpenHouse house = OpenHouse.Build(source);
        try
        {
            if (ConfigurationFaults.Of(house.App.Services) is { Count: > 0 } faults)
                return Say(ConfigurationFaults.Describe(faults, "Nothing was started."), ExitCode.WrongConfiguration);
            house = await house.OpenAsync(ct);
            WebApplication app = house.App;
            app.Services.GetRequiredService<ITapKeys>();
            await app.Services.GetRequiredService<StoredProposalsCheck>().VerifyAsync(ct);
            app.MapDiscordInteractions().MapTelegram().MapWebChat().MapLinkPage();
            await app.StartAsync(ct);
            Task printing = PrintAddressesAsync(app, house.Source);
            await app.WaitForShutdownAsync(ct);
            await printing;
            return app.Services.GetRequiredService<SurfaceFault>().Reason is { } reason ? Say(reason, ExitCode.WrongConfiguration) : ExitCode.Done;
        }
        catch (FolderTakenException taken)
        {
            return Say($"{taken.Message}\nNothing was started.", ExitCode.WrongConfiguration);
        }
        catch (RecordUnreadableException newer)
        {
            return Say($"{newer.Message}\nNothing was started.", ExitCode.WrongConfiguration);
        }
        catch (StoreStartException closed)
        {
            return Say($"{closed.Message}\nNothing was started.", ExitCode.WrongConfiguration);
        }
        catch (InvalidDataException damaged)
        {
            return Say($"{damaged.Message}\nNothing was started.", ExitCode.WrongConfiguration);
        }
        finally
        {
            await house.App.DisposeAsync();
        }
    }

    private static async Task PrintAddressesAsync(WebApplication app, DataSource source)
    {
        CancellationToken stopping = app.Lifetime.ApplicationStopping;
        WebAddress address = app.Services.GetRequiredService<WebAddress>();
        try
        {
            Console.WriteLine(source switch
            {
                DataSource.FromFiles files => string.Join('\n', ["StakeBot answers about the account in your files. Nothing is ever sent.", .. files.Notes]),
                DataSource.FromNumerai => "StakeBot answers about the account of your key. Nothing is sent while the mode is dry run; only the owner switches to live.",
                _ => "StakeBot answers about a simulated account. Nothing is configured, and nothing is needed.",
            });
            bool isLocal = app.Services.GetRequiredService<LocalChat>().IsOpen;
            if (isLocal)
                Console.WriteLine($"Open {await address.NextAsync(stopping)}");
            Console.WriteLine(isLocal ? "The address works once. Ctrl+C ends the bot." : "The local web chat is closed, because a chat platform is configured (Web:Chat opens it). Ctrl+C ends the bot.");
            foreach (ClaimCode claim in await app.Services.GetRequiredService<OwnerClaim>().IssueAsync(stopping))
                Console.WriteLine($"Nobody is known as the owner on {claim.Platform}. Owner claim code, valid 10 min, 5 tries: {claim.Code}. Send the bot there: /start {claim.Code}{await LinkAsync(app, claim, stopping)}");
            while (isLocal)
                Console.WriteLine($"For another browser, open {await address.NextAsync(stopping)}");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The bot is ending; there is nobody left to print for.
        }
    }

    // Known as soon as Telegram has answered; until then the code alone does.
    private static async Task<string> LinkAsync(WebApplication app, ClaimCode claim, CancellationToken stopping)
    {
        Task<BotAccount> known = app.Services.GetRequiredService<BotIdentity>().Known;
        if (claim.Platform != "telegram" || await Task.WhenAny(known, Task.Delay(LinkPatience, stopping)) != known)
            return "";
        return $" (or open {(await known).Link($"claim_{claim.Code}")})";
    }

    private static int Say(string sentence, int code)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
