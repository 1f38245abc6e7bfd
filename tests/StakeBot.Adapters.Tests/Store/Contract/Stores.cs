namespace StakeBot.Adapters.Tests.Store.Contract;

public sealed class LiteStakeStore() : StakeStoreContract(new OpenLiteStore());

public sealed class MemoryStakeStore() : StakeStoreContract(new OpenMemoryStore());

public sealed class LiteJournal() : JournalContract(new OpenLiteStore());

public sealed class MemoryJournal() : JournalContract(new OpenMemoryStore());
