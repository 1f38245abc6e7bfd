using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Tests.Execution.Making;

/// <summary>GULL has 15 NMR; ten of it are released, have arrived, and shall go back as far as the wallet allows.</summary>
public sealed class CompensationTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_second_undo_proposes_only_what_the_first_could_not_fund()
    {
        string released = await DoneAsync("/propose manual amounts:GULL=5");
        Arrives(wallet: 4);
        await UndoneAsync(released, moves: 4);
        Arrives(wallet: 30);
        await UndoneAsync(released, moves: 6);
        Arrives(wallet: 30);

        await _desk.Chat.Says($"/undo {released}");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("cannot be undone now", "GULL: it was undone already", "Nothing was changed.");
    }

    [Fact]
    public async Task An_undo_that_was_undone_leaves_everything_to_be_undone()
    {
        string released = await DoneAsync("/propose manual amounts:GULL=5");
        Arrives(wallet: 4);
        string first = await UndoneAsync(released, moves: 4);
        Arrives(wallet: 0);
        await UndoneAsync(first, moves: -4);
        Arrives(wallet: 30);

        await UndoneAsync(released, moves: 10);
    }

    [Fact]
    public async Task What_stays_in_the_wallet_by_policy_stays_there()
    {
        await _desk.Chat.Says("/policy set wallet-floor 3");
        string released = await DoneAsync("/propose manual amounts:GULL=5");
        Arrives(wallet: 8);

        await UndoneAsync(released, moves: 5);
    }

    private async Task<string> UndoneAsync(string code, decimal moves)
    {
        string undo = await DoneAsync($"/undo {code}");
        Assert.Equal(new Nmr(moves), Assert.IsType<StakeChange.Transfer>(Assert.Single((await _desk.Newest()).Legs).Change).Difference);
        return undo;
    }

    private async Task<string> DoneAsync(string typed)
    {
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        await _desk.Chat.Says(typed);
        StoredProposal proposed = await _desk.Newest();
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        Assert.Equal(ProposalState.Done, await _desk.State());
        Assert.Equal(proposed.Proposal.Id, (await _desk.Newest()).Proposal.Id);
        return proposed.Proposal.Code;
    }

    private void Arrives(decimal wallet)
    {
        _desk.Account.Snapshot = _desk.Account.Snapshot with
        {
            Wallet = new Nmr(wallet),
            Tournaments =
            [
                .. _desk.Account.Snapshot.Tournaments.Select(t => t with
                {
                    Stakes =
                    [
                        .. t.Stakes.Select(stake => stake is Stake.Legacy legacy && stake.Model.Name == "GULL"
                            ? legacy with { Staked = legacy.AtRisk, PendingRelease = Nmr.Zero, PendingIncrease = Nmr.Zero, ReleaseDue = null }
                            : stake),
                    ],
                }),
            ],
        };
        _desk.Account.Version++;
    }
}
