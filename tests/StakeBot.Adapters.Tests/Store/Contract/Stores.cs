namespace StakeBot.Adapters.Tests.Store.Contract;

public sealed class LiteStakeStore() : StakeStoreContract(new OpenLiteStore());

public sealed class MemoryStakeStore() : StakeStoreContract(new OpenMemoryStore());

public sealed class LiteJournal() : JournalContract(new OpenLiteStore());

public sealed class MemoryJournal() : JournalContract(new OpenMemoryStore());

public sealed class LiteOutboxes() : OutboxContract(new OpenLiteStore());

public sealed class MemoryOutboxes() : OutboxContract(new OpenMemoryStore());

public sealed class LiteDueItems() : DueWorkContract(new OpenLiteStore());

public sealed class MemoryDueItems() : DueWorkContract(new OpenMemoryStore());

public sealed class LiteInbox() : InboxContract(new OpenLiteStore());

public sealed class MemoryInbox() : InboxContract(new OpenMemoryStore());

public sealed class LiteBackups() : BackupContract(new OpenLiteStore());

public sealed class MemoryBackups() : BackupContract(new OpenMemoryStore());
