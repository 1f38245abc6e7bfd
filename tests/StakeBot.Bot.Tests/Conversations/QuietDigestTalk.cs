using StakeBot.Bot.Funds;
using StakeBot.Bot.Tests.Watching;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

/// <summary>The one line of a day on which nothing matters: when it may stand alone, and what it may say. TERN and GULL wait for releases, so nothing drifts.</summary>
public sealed class QuietDigestTalk : IDisposable
{
    private const string Unread = "Classic: Numerai's interface tells positions, not settings.";
    private const string Paused = "Classic: the staking contract is paused.";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Tuesday);

    public QuietDigestTalk()
    {
        _tower.Account.Ledger = Ledger.Empty;
        Has(new Nmr(5000), Stakes(Tournament.Signals, "TERN", "GULL"));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tower.Dispose();

    [Fact]
    public async Task What_can_never_be_read_does_not_keep_a_day_from_being_quiet()
    {
        _tower.Account.Snapshot = _tower.Account.Snapshot with { Notes = [Unread], LastingNotes = [Unread] };

        string digest = await Digest();

        Assert.Contains("nothing that matters\nResolved 0.00 NMR; all limits kept, drawdown 0.00 %; no action needed.", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_matters_is_told()
    {
        _tower.Account.Snapshot = _tower.Account.Snapshot with { Notes = [Paused, Unread], LastingNotes = [Unread] };

        string digest = await Digest();

        Assert.Contains(Paused, digest, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing that matters", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_history_no_limit_is_called_kept()
    {
        Has(new Nmr(5000), Stakes(Tournament.Crypto, "DOVE", "ROOK"));

        Assert.Contains("limits not assessed: too little history (DOVE, ROOK), drawdown", await Digest(), StringComparison.Ordinal);
        await _tower.Chat.Says("/digest test");
        _tower.Chat.Sees("Limits are not assessed: too little history of DOVE, ROOK, with 30.00 NMR.").SeesNo("Two-percent rule");
    }

    [Fact]
    public async Task Models_without_history_beside_others_are_named()
    {
        Has(new Nmr(5000), Stakes(Tournament.Signals, "TERN", "ROOK"));

        Assert.Contains("all limits kept, but too little history to assess ROOK, drawdown", await Digest(), StringComparison.Ordinal);
        await _tower.Chat.Says("/digest test");
        _tower.Chat.Sees("Two-percent rule: kept, nearest TERN", "In neither, for lack of history: ROOK, with 15.00 NMR.");
    }

    [Theory]
    [InlineData(0.975, false)]
    [InlineData(0.91, false)]
    [InlineData(0.89, true)]
    public async Task A_model_near_its_limit_is_told_with_a_picture(double ofLimit, bool isQuiet)
    {
        Has(new Nmr(1000), Stakes(Tournament.Classic, "HERON"));
        FundRisk risk = (await _tower.Get<FundReader>().ReadAsync(Ct)).Risk!;
        Nmr equity = risk.Checks[0].Loss.Times(1 / (ofLimit * risk.Policy.ModelLimit));
        Has(equity - risk.Checks[0].Exposure, Stakes(Tournament.Classic, "HERON"));
        Assert.InRange(_tower.Account.Snapshot.Wallet.Amount, 1, 1000);

        string digest = await Digest();

        Assert.Equal(isQuiet, digest.Contains("nothing that matters", StringComparison.Ordinal));
        Assert.Equal(isQuiet ? 0 : 1, _tower.Chat.On("web").Shown[^1].Reply.Pictures.Count);
    }

    [Fact]
    public async Task Burns_of_a_week_near_their_alert_are_told()
    {
        DateTimeOffset taken = _tower.Account.Snapshot.TakenAt;
        _tower.Account.Ledger = new Ledger([new LedgerEntry(taken.AddDays(-3), Some.Model("TERN", Tournament.Signals), new RoundNumber(70), LedgerKind.Burn, new Nmr(95), new Nmr(200))]);
        _tower.Account.Version++;

        string digest = await Digest();

        Assert.Contains("Burned in seven days: 95.00 NMR = 1.89 % of the fund (alert at 2.00 %).", digest, StringComparison.Ordinal);
    }

    private async Task<string> Digest()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC currency:none");
        await _tower.Passes(Day);
        return Assert.Single(_tower.Digests);
    }

    private void Has(Nmr wallet, TournamentStakes stakes)
    {
        _tower.Account.Snapshot = _tower.Account.Snapshot with { Wallet = wallet, Tournaments = [stakes] };
        _tower.Account.Version++;
    }

    private static TournamentStakes Stakes(Tournament tournament, params string[] models) => new(
        tournament,
        StakingRegime.Legacy,
        Some.Round(84, tournament),
        4,
        Nmr.Zero,
        [.. models.Select(name => new Stake.Legacy(Some.Model(name, tournament)) { Staked = new Nmr(15), PendingRelease = new Nmr(1), PayoutPending = Nmr.Zero })]);
}
