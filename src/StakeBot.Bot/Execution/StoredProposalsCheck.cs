using StakeBot.Bot.Execution.Records;

namespace StakeBot.Bot.Execution;

/// <summary>Reads every stored proposal before the bot begins: one that this version cannot read must stop the start, not be passed over.</summary>
public sealed class StoredProposalsCheck
{
    private readonly ProposalBook _book;

    internal StoredProposalsCheck(ProposalBook book) => _book = book;

    /// <summary>Reads them all.</summary>
    /// <exception cref="RecordUnreadableException">One cannot be read by this version.</exception>
    public async Task VerifyAsync(CancellationToken ct)
    {
        await _book.AllAsync(ct);
        await _book.LiveAsync(ct);
    }
}
