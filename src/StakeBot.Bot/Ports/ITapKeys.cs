namespace StakeBot.Bot.Ports;

/// <summary>The keys that sign buttons. A new one takes over from time to time; the one before it still verifies what it has signed.</summary>
public interface ITapKeys
{
    /// <summary>The key that signs now.</summary>
    TapKey Current { get; }

    /// <summary>The key of a version; null when there never was one or it is forgotten.</summary>
    TapKey? Find(char version);

    /// <summary>Makes a new key the current one, keeps the one before it and forgets every older one: their buttons are then no longer valid.</summary>
    Task RotateAsync(CancellationToken ct);
}
