using Microsoft.Extensions.Options;
using StakeBot.Adapters.Files;
using StakeBot.Adapters.Numerai;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.People;
using StakeBot.Core.Tournaments;
using StakeBot.Host.Output;

namespace StakeBot.Host.Verbs;

/// <summary>One command given on a console, about an account out of files, that of a key, or the simulated one. It reads, and can send nothing.</summary>
internal static class ConsoleChat
{
    private static readonly ChatAddress Address = new("console", "console");

    public static async Task<int> AskAsync(
        string text, IReadOnlyList<string> scores, string? stakes, string? rule, ReplyPrinter printer, CancellationToken ct)
    {
        PayoutHistory rules = TournamentsFile.Load(ShippedFiles.Tournaments);
        DataSource source = DataSource.Of(scores, stakes, rule, rules);
        if (source is DataSource.Unusable unusable)
            return Say(unusable.Reason, ExitCode.Refused);
        if (source is DataSource.FromFiles { Notes: { Count: > 0 } notes })
            await Console.Error.WriteLineAsync(string.Join('\n', notes).AsMemory(), ct);
        AskedAccount asked = source is DataSource.Simulated ? await AskedAccount.FindAsync(ct) : new AskedAccount.OfNobody();
        if (asked is AskedAccount.Unknown unknown)
            return Say(unknown.Reason, unknown.ExitCode);
        if (asked is AskedAccount.OfKey { Said: { } said })
            await Console.Error.WriteLineAsync(said.AsMemory(), ct);
        await using ServiceProvider services = Services(source, asked);
        if (ConfigurationFaults.Of(services) is { Count: > 0 } faults)
            return Say(ConfigurationFaults.Describe(faults, "Nothing was asked."), ExitCode.WrongConfiguration);
        ChatMessage message = new(Address, new PlatformIdentity("console", "local", "you"), text, "1");
        Reply reply = await services.GetRequiredService<IAnswerer>().AnswerAsync(message, ct);
        if (printer.Problem() is { } problem)
            return Say(problem, ExitCode.Refused);
        await printer.PrintAsync(reply, ct);
        return reply.Kind == ReplyKind.Answer ? ExitCode.Done : ExitCode.Refused;
    }

    private static ServiceProvider Services(DataSource source, AskedAccount asked)
    {
        IServiceCollection services = new ServiceCollection().AddLogging();
        if (asked is not AskedAccount.OfKey key)
            return services.AddStakeBot(source).BuildServiceProvider();
        // The settings were read and judged: only what reading needs of them is handed on.
        return services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddStakeBot(new DataSource.FromNumerai())
            .AddNumerai()
            .AddSingleton(Options.Create(key.Settings))
            .BuildServiceProvider();
    }

    private static int Say(string reason, int code)
    {
        Console.Error.WriteLine(reason);
        return code;
    }
}
