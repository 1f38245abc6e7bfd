using StakeBot.Adapters.Store;
using StakeBot.StoreVictim;

// Writes transitions into the folder that it is given and says which were acknowledged, until it is killed. A second one in the same folder is refused.
try
{
    using FolderLock held = FolderLock.Take(args[0]);
    await WritingLoop.RunAsync(args[0]);
    return 0;
}
catch (FolderTakenException taken)
{
    Console.WriteLine(taken.Message);
    return 78;
}
