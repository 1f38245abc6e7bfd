using LiteDB;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Lite;

public sealed class FormatTests : IDisposable
{
    private static readonly StoreMigration Second = new(2, file => file.GetCollection("added").Insert(new BsonDocument { ["_id"] = "two" }));
    private static readonly StoreMigration Third = new(3, file => file.GetCollection("added").Insert(new BsonDocument { ["_id"] = "three" }));
    private static readonly StoreMigration Broken = new(3, file =>
    {
        file.GetCollection("added").Insert(new BsonDocument { ["_id"] = "half" });
        throw new InvalidOperationException("The third format is impossible");
    });

    private readonly OpenLiteStore _open = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _open.Dispose();

    [Fact]
    public async Task An_older_store_is_copied_and_then_taken_to_todays_format_once()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        _open.Setup = _open.Setup with { Migrations = [Second, Third] };
        _open.Restart();
        Assert.NotNull(await _open.Store.FindAsync("proposal", "p1", Ct));
        _open.Restart();
        await _open.Lite.OpenAsync(Ct);

        string copy = Assert.Single(Directory.GetFiles(Path.Combine(_open.Folder, "backups")));
        Assert.Equal(1, LiteSession.Look(copy).Records);
        _open.Close();
        using LiteDatabase old = LiteFile.OpenToRead(copy);
        using LiteDatabase migrated = LiteFile.OpenToRead(_open.Setup.File);
        Assert.Equal((1, 3), (new MetaTable(old).Schema, new MetaTable(migrated).Schema));
        Assert.Equal((0, 2), (old.GetCollection("added").Count(), migrated.GetCollection("added").Count()));
    }

    [Fact]
    public async Task A_newer_store_is_left_alone()
    {
        _open.Setup = _open.Setup with { Migrations = [Second] };
        _open.Restart();
        await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        _open.Setup = _open.Setup with { Migrations = StoreMigration.All };
        _open.Restart();

        StoreTooNewException refused = await Assert.ThrowsAsync<StoreTooNewException>(() => _open.Lite.OpenAsync(Ct));

        Assert.Contains("written by a newer StakeBot (its format is 2, this program knows up to 1)", refused.Message, StringComparison.Ordinal);
        _open.Setup = _open.Setup with { Migrations = [Second] };
        _open.Restart();
        Assert.NotNull(await _open.Store.FindAsync("proposal", "p1", Ct));
    }

    [Fact]
    public async Task A_step_that_fails_changes_nothing()
    {
        await _open.Store.TryTransitionAsync(Of(Insert("p1")), Ct);
        _open.Setup = _open.Setup with { Migrations = [Second, Broken] };
        _open.Restart();

        StoreStartException refused = await Assert.ThrowsAsync<StoreStartException>(() => _open.Lite.OpenAsync(Ct));

        Assert.Contains("The third format is impossible", refused.Message, StringComparison.Ordinal);
        _open.Setup = _open.Setup with { Migrations = [Second] };
        _open.Restart();
        Assert.NotNull(await _open.Store.FindAsync("proposal", "p1", Ct));
        _open.Damage(file => Assert.Null(file.GetCollection("added").FindById("half")));
    }
}
