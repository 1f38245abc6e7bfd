using System.IO.Pipelines;

namespace StakeBot.Testing.Discord;

/// <summary>One end of a connection that exists in memory only.</summary>
internal sealed class DuplexStream(PipeReader reading, PipeWriter writing) : Stream
{
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

    public static (Stream One, Stream Other) Pair()
    {
        // Without limits: whoever writes never waits for whoever does not read.
        PipeOptions options = new(pauseWriterThreshold: 0, useSynchronizationContext: false);
        Pipe there = new(options);
        Pipe back = new(options);
        return (new DuplexStream(back.Reader, there.Writer), new DuplexStream(there.Reader, back.Writer));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _reading.ReadAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _writing.WriteAsync(buffer, cancellationToken);

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
            writing.Complete();
            reading.Complete();
        }
        base.Dispose(disposing);
    }
}
