using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Faults;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>The pipeline's days, read on a Sunday at three in the afternoon.</summary>
public sealed class ScoringDaysTests
{
    private static readonly DateOnly Sunday = DateOnly.FromDateTime(NumeraiUnderTest.Start.UtcDateTime);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_tells_whether_its_scores_have_come()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        ScoringDays days = new(numerai.Reads);

        Assert.Equal(new ScoringDay(true, new DateTimeOffset(Sunday.AddDays(-1), new TimeOnly(16, 0), TimeSpan.Zero)), await days.ReadAsync(Tournament.Signals, Sunday.AddDays(-1), Ct));
        Assert.Equal(new ScoringDay(false, null), await days.ReadAsync(Tournament.Classic, Sunday, Ct));
        Assert.Equal(new ScoringDay(true, null), await days.ReadAsync(Tournament.Classic, Sunday.AddDays(2), Ct));
    }

    [Fact]
    public async Task Of_Crypto_nothing_is_asked()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        Assert.Null(await new ScoringDays(numerai.Reads).ReadAsync(Tournament.Crypto, Sunday, Ct));
        Assert.Empty(numerai.Server.Operations);
    }

    [Fact]
    public async Task A_pipeline_that_cannot_be_read_is_unavailable()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime());
        numerai.Server.Faults.AllReads(new Fault(FaultReply.Status) { Status = 502 });

        await Assert.ThrowsAsync<NumeraiUnavailableException>(() => new ScoringDays(numerai.Reads).ReadAsync(Tournament.Classic, Sunday, Ct));
    }
}
