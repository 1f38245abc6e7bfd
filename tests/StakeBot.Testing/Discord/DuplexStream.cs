using System.IO.Pipelines;

namespace StakeBot.Testing.Discord;

/// <summary>One end of a connection that exists in memory only.</summary>
internal sealed class DuplexStream(PipeReader reading, PipeWriter writing) : Stream
{
    private DuplexStream _other = null!;
    private long _written;
    private long _read;
    private volatile bool _isWaiting;
    private volatile bool _isGone;

    private readonly Stream _reading = reading.AsStream();
    private readonly Stream _writing = writing.AsStream();

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether whoever reads here has read everything that was written and waits for more, or is gone.</summary>
    public bool IsSettled => _isGone || (_isWaiting && Interlocked.Read(ref _read) == _other.Written);

    private long Written => Interlocked.Read(ref _written);

    public static (DuplexStream One, DuplexStream Other) Pair()
    {
        // Without limits: whoever writes never waits for whoever does not read.
        PipeOptions options = new(pauseWriterThreshold: 0, useSynchronizationContext: false);
        Pipe there = new(options);
        Pipe back = new(options);
        DuplexStream one = new(back.Reader, there.Writer);
        DuplexStream other = new(there.Reader, back.Writer) { _other = one };
        one._other = other;
        return (one, other);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _isWaiting = !buffer.IsEmpty;
        int count = await _reading.ReadAsync(buffer, cancellationToken);
        _isWaiting = false;
        Interlocked.Add(ref _read, count);
        return count;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Interlocked.Add(ref _written, buffer.Length);
        return _writing.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => _writing.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _isGone = true;
            writing.Complete();
            reading.Complete();
        }
        base.Dispose(disposing);
    }
}
