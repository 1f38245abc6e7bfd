using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Testing.Telegram;

namespace StakeBot.Host.Tests.Watching;

/// <summary>On Telegram, with the program's own adapter: a digest and a proposal that nobody asked for arrive, and one tap confirms.</summary>
public sealed class TelegramWatch
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_arrives_and_a_proposal_by_threshold_is_confirmed_by_one_tap()
    {
        FakeTimeProvider time = new(SurfacedBot.Monday);
        await using FakeTelegram telegram = await FakeTelegram.StartAsync(time, Ct);
        await using SurfacedBot bot = await SurfacedBot.StartAsync(
            time, ("Telegram:Token", FakeTelegram.Token), ("Telegram:ApiBase", telegram.Address), ("Telegram:OwnerId", $"{FakeUser.Alice.Id}"));

        int set = telegram.Types(FakeUser.Alice, "/digest on at:08:00 zone:UTC");
        await bot.PassesUntil(telegram.SeesAsync("Digest: daily 08:00 UTC", set, Ct));
        bot.MostOfAMinutePasses();
        FakeMessage digest = await bot.PassesUntil(telegram.SeesAsync("Mon 23 Nov · burn risk", set, Ct));
        Assert.Contains("+0.58 NMR (about +5.", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Two-percent rule: BROKEN", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Journal: record ", digest.Text, StringComparison.Ordinal);
        Assert.Contains(telegram.Messages, message => message.Photo is not null && message.Id > set);
        telegram.Presses(FakeUser.Alice, digest, "Show open rounds");
        await bot.PassesUntil(telegram.SeesAsync("open rounds", digest.Id, Ct));

        int on = telegram.Types(FakeUser.Alice, "/auto on threshold:5%");
        await bot.PassesUntil(telegram.SeesAsync("Automatic proposals: on", on, Ct));
        bot.MostOfAMinutePasses();
        FakeMessage card = await bot.PassesUntil(telegram.SeesAsync("By itself: the two-percent rule is broken.", on, Ct));
        Assert.Equal(new Nmr(1.5m), await bot.PerRoundOf("KESTREL"));
        telegram.Presses(FakeUser.Alice, card, "Confirm");
        FakeMessage done = await bot.PassesUntil(telegram.UntilAsync(() => telegram.Messages.FirstOrDefault(message => message.Id == card.Id && message.Text.Contains(" done · confirmed by the owner", StringComparison.Ordinal)), Ct));

        Proposal proposal = await bot.TheOneThatWasDoneOnce();
        Assert.Contains($"{proposal.Code} done", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(done.Buttons, button => button.Label is "Confirm" or "Cancel");
        Assert.Equal(new Nmr(0.56m), await bot.PerRoundOf("KESTREL"));
        Assert.All(telegram.Requests.Where(request => request.Status >= 400), request => Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{request.Method}: {request.Status} {request.Body}")));
    }
}
