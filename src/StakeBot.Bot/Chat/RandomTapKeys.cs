using System.Security.Cryptography;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Chat;

/// <summary>Keys that live as long as the process: its buttons end with it. For processes without a data folder.</summary>
public sealed class RandomTapKeys : ITapKeys
{
    private TapKey[] _newestFirst = [New('0')];

    public TapKey Current => Volatile.Read(ref _newestFirst)[0];

    public TapKey? Find(char version) => Array.Find(Volatile.Read(ref _newestFirst), key => key.Version == version);

    public Task RotateAsync(CancellationToken ct)
    {
        TapKey before = Current;
        Volatile.Write(ref _newestFirst, [New(before.Version == '9' ? '0' : (char)(before.Version + 1)), before]);
        return Task.CompletedTask;
    }

    private static TapKey New(char version) => new(version, RandomNumberGenerator.GetBytes(TapKey.Length));
}
