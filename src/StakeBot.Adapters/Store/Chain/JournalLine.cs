namespace StakeBot.Adapters.Store.Chain;

/// <summary>A journal record as it is kept: its content is kept as the very bytes that were hashed.</summary>
internal sealed record JournalLine(long Sequence, string PreviousHash, byte[] Content, string Hash)
{
    public ChainHead Head => new(Sequence, Hash);
}
