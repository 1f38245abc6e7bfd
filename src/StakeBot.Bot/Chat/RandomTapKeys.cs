using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Chat;

/// <summary>Keys that live as long as the process: its buttons end with it. For processes without a data folder.</summary>
public sealed class RandomTapKeys(TimeProvider? time = null) : ITapKeys
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private TapKey[] _newestFirst = [TapKey.New('0', (time ?? TimeProvider.System).GetUtcNow())];

    public TapKey Current => Volatile.Read(ref _newestFirst)[0];

    public TapKey? Find(char version) => Array.Find(Volatile.Read(ref _newestFirst), key => key.Version == version);

    public Task RotateAsync(CancellationToken ct)
    {
        TapKey before = Current;
        Volatile.Write(ref _newestFirst, [before.Next(_time.GetUtcNow()), before]);
        return Task.CompletedTask;
    }
}
