using System.Globalization;
using StakeBot.Core.Proposals;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>
/// A process that confirms and executes is killed at any moment, again and again in one folder; each time a new run drives it to rest. STAKEBOT_KILLS
/// sets how many times; before a release 200 say more than the usual 40.
/// </summary>
public sealed class ExecutionKillTests(ITestOutputHelper output)
{
    private const decimal Change = -0.25m;
    private const int MostLines = 4;
    private const int MostSpins = 1_500_000;

    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("STAKEBOT_KILLS") ?? "40", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_confirmed_change_is_lost_made_twice_or_half_made_by_a_kill()
    {
        Random random = new(20261122);
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        SortedDictionary<string, int> left = [];
        for (int kill = 0; kill < Kills; kill++)
        {
            (int applied, int posts) = (bot.Applied, bot.Posts);
            bot.Store.Close();
            string[] said;
            using (ExecutingVictim victim = ExecutingVictim.Start(bot, Change))
                said = await victim.KillAsync(1 + random.Next(MostLines), random.Next(MostSpins));
            await bot.TakesUpAsync();
            Assert.Null(bot.Store.Store.SafeMode);
            if (!bot.HasNewProposal)
            {
                Count("none");
                continue;
            }
            bool wasToldConfirmed = said.Contains($"confirmed {bot.Id.Value}");
            ProposalState before = await bot.StateAsync();
            Count($"{before}/{(await bot.LegAsync()).State}");
            Assert.False(wasToldConfirmed && before == ProposalState.Pending, "A confirmation that was told is lost.");

            await bot.PassesAsync(TimeSpan.FromMinutes(35));

            int taken = bot.Applied - applied;
            ProposalState expected = before == ProposalState.Pending ? ProposalState.Expired : taken == 1 ? ProposalState.Done : ProposalState.Failed;
            Assert.InRange(bot.Posts - posts, taken, 1);
            await bot.RestsAsync(expected, applied + taken, bot.Posts);
            if (taken == 1)
                await bot.OwnerCancelsAsync();
        }
        output.WriteLine(string.Join('\n', left.Select(pair => $"{pair.Value,4} x {pair.Key}")));

        void Count(string state) => left[state] = left.GetValueOrDefault(state) + 1;
    }
}
