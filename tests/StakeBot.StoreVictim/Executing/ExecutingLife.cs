using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.StoreVictim.Executing;

/// <summary>
/// One life of an executor: takes up what was left, proposes one change, confirms it, carries it out, and says each time how far it is. Then it waits to
/// be killed. Arguments after the folder: address, public id and secret of the key, model's id and name, Unix milliseconds, NMR; and the file of a
/// screen, if what happened is to be shown.
/// </summary>
internal static class ExecutingLife
{
    public static async Task RunAsync(FolderLock folder, string[] args)
    {
        NumeraiOptions numerai = new()
        {
            ApiBase = new Uri(args[1]),
            PublicId = args[2],
            SecretKey = args[3],
            StakePublicId = args[2],
            StakeSecretKey = args[3],
        };
        Model model = new(new ModelId(args[4]), args[5], Tournament.Signals);
        RunningTime time = new(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(args[6], CultureInfo.InvariantCulture)));
        using LiteStore store = new(new StoreSetup(args[0], time) { BallastBytes = 0 });
        await store.OpenAsync(CancellationToken.None);
        await using ServiceProvider house = House.Build(store, store.Outbox, new FolderLeadership(folder), numerai, model, time, Screen(args));
        Executor executor = house.GetRequiredService<Executor>();
        ProposalBook book = house.GetRequiredService<ProposalBook>();
        await executor.RunOnceAsync(CancellationToken.None);
        Console.WriteLine("opened");
        ProposalId id = await ProposedChange.EnterAsync(
            book, await house.GetRequiredService<INumerai>().ReadStakesAsync(CancellationToken.None), time.GetUtcNow(), decimal.Parse(args[7], CultureInfo.InvariantCulture));
        Console.WriteLine($"proposed {id.Value}");
        Decision decision = await house.GetRequiredService<Confirmation>().ConfirmAsync(ProposedChange.Confirmer(), id, 1, null, CancellationToken.None);
        Console.WriteLine(decision is Decision.Taken ? $"confirmed {id.Value}" : $"refused {((Decision.Refused)decision).Reason}");
        await executor.RunOnceAsync(CancellationToken.None);
        Console.WriteLine("executed");
        await house.GetRequiredService<OutboxSender>().DrainAsync(CancellationToken.None);
        Console.WriteLine("shown");
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }

    private static Action<IServiceCollection>? Screen(string[] args) =>
        args.Length > 8 ? services => services.AddSingleton<IChat>(new WrittenSurface(args[8])) : null;
}
