using StakeBot.Adapters.Files;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Files;

/// <summary>The payout history that is delivered.</summary>
internal static class ShippedHistory
{
    public static PayoutHistory Value { get; } = TournamentsFile.Load(Repository.PathOf("config", "tournaments.json"));
}
