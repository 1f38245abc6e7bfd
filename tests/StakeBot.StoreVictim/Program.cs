using StakeBot.Adapters.Store;
using StakeBot.StoreVictim;
using StakeBot.StoreVictim.Digesting;
using StakeBot.StoreVictim.Executing;

// Writes transitions into the folder that it is given and says which were acknowledged, until it is killed. A second one in the same folder is refused.
// With more arguments it sends digests, or confirms and executes a stake change, instead.
try
{
    using FolderLock held = FolderLock.Take(args[0]);
    if (args.Length > 1 && args[1] == DigestLife.Name)
        await DigestLife.RunAsync(args);
    else if (args.Length > 1)
        await ExecutingLife.RunAsync(held, args);
    else
        await WritingLoop.RunAsync(args[0]);
    return 0;
}
catch (FolderTakenException taken)
{
    Console.WriteLine(taken.Message);
    return 78;
}
