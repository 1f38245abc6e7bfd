namespace StakeBot.NumeraiFake;

/// <summary>How a fake Numerai is to be.</summary>
public sealed record FakeNumeraiSettings
{
    /// <summary>The clock that everything runs on.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The port on this machine; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>What a second request does to the one that is pending.</summary>
    public PendingMode Pending { get; init; } = PendingMode.Replace;

    /// <summary>Whether the published limits hold.</summary>
    public bool EnforcesLimits { get; init; } = true;

    /// <summary>Whether the contract of Atomic staking is paused.</summary>
    public bool ContractIsPaused { get; init; }

    /// <summary>Whether the contract's rounds are told.</summary>
    public bool TellsContractRounds { get; init; } = true;

    /// <summary>The keys that it knows.</summary>
    public IReadOnlyList<FakeToken> Tokens { get; init; } = [FakeToken.Reading, FakeToken.Staking];

    /// <summary>A file to which every query is appended with its variables, one JSON object a line; null for none.</summary>
    public string? CaptureFile { get; init; }
}
