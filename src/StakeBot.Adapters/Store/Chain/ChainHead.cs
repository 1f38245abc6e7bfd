using System.Text;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Chain;

/// <summary>The end of the journal: how many records it has and the newest one's hash.</summary>
internal readonly record struct ChainHead(long Sequence, string Hash)
{
    /// <summary>The end of an empty journal.</summary>
    public static ChainHead Start { get; } = new(0, new string('0', 64));

    /// <summary>The same for who asks from outside.</summary>
    public JournalHead Told => new(Sequence, Hash);

    /// <summary>The line that comes next: its hash is SHA-256(previous hash as text, content).</summary>
    public JournalLine Link(byte[] content) =>
        new(Sequence + 1, Hash, content, Sha256Hex.Of([.. Encoding.ASCII.GetBytes(Hash), .. content]));
}
