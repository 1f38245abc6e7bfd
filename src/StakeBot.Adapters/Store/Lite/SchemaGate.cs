using LiteDB;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Opens the data file only in today's format: an older one is backed up and taken forward, a newer one is left alone.</summary>
internal static class SchemaGate
{
    public static LiteDatabase Open(StoreSetup setup)
    {
        LiteDatabase? database = null;
        try
        {
            PrivateFolder.Create(setup.Folder);
            NetworkFolder.Refuse(setup.Folder);
            database = LiteFile.Open(setup.File);
            Raise(database, setup);
            return database;
        }
        catch (Exception failed)
        {
            database?.Dispose();
            if (failed is StoreStartException)
                throw;
            throw new StoreStartException($"The store {setup.File} cannot be opened: {failed.Message.TrimEnd('.')}. Mend its folder, or restore a backup.", failed);
        }
    }

    private static void Raise(LiteDatabase database, StoreSetup setup)
    {
        MetaTable meta = new(database);
        int newest = setup.Migrations.Count == 0 ? StoreMigration.First : setup.Migrations[^1].To;
        if (meta.Schema is not { } found)
        {
            if (database.CollectionExists("journal"))
                throw new StoreStartException($"The store {setup.File} does not say which format it has. Restore a backup.");
            Step(database, () => meta.Schema = newest);
            return;
        }
        if (found > newest)
            throw new StoreTooNewException(setup.File, found, newest);
        if (found == newest)
            return;
        database.Checkpoint();
        StoreCopy.Make(setup, Path.Combine(setup.Folder, "backups"), $"stakebot-before-format-{newest}");
        foreach (StoreMigration migration in setup.Migrations.Where(migration => migration.To > found))
        {
            Step(database, () =>
            {
                migration.Apply(database);
                meta.Schema = migration.To;
            });
        }
    }

    private static void Step(LiteDatabase database, Action writes)
    {
        database.BeginTrans();
        writes();
        if (!database.Commit())
            throw new InvalidOperationException("The transaction had ended before it was committed.");
        database.Checkpoint();
    }
}
