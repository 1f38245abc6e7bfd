using StakeBot.Bot.Secrets;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Secrets;

public sealed class SecretGuardTests
{
    [Theory]
    [InlineData(SomeKeys.ReadingId)]
    [InlineData(SomeKeys.ReadingSecret)]
    [InlineData("my key is " + SomeKeys.ReadingId + ", thanks")]
    [InlineData("/start " + SomeKeys.ReadingSecret)]
    [InlineData("public:" + SomeKeys.ReadingId)]
    [InlineData("ABCDEFGH12345678$IJKLMNOP12345678")]
    [InlineData("123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1")]
    [InlineData("token=123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1")]
    [InlineData("MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs")]
    [InlineData("4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318")]
    [InlineData("0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318")]
    [InlineData("legal winner thank year wave sausage worth useful legal winner thank yellow")]
    [InlineData("my seed:\nlegal winner thank year wave sausage worth useful legal winner thank yellow")]
    [InlineData("1. legal 2. winner 3. thank 4. year 5. wave 6. sausage 7. worth 8. useful 9. legal 10. winner 11. thank 12. yellow")]
    [InlineData("Legal Winner Thank Year Wave Sausage Worth Useful Legal Winner Thank Yellow")]
    [InlineData("LEGAL WINNER THANK YEAR WAVE SAUSAGE WORTH USEFUL LEGAL WINNER THANK YELLOW")]
    [InlineData("legal, winner, thank, year, wave, sausage, worth, useful, legal, winner, thank, yellow")]
    [InlineData("legal,winner,thank,year,wave,sausage,worth,useful,legal,winner,thank,yellow")]
    [InlineData("1.Legal 2.winner 3.thank 4.year 5.wave 6.sausage 7.worth 8.useful 9.legal 10.winner 11.thank 12.yellow")]
    [InlineData("(1) legal (2) winner (3) thank (4) year (5) wave (6) sausage (7) worth (8) useful (9) legal (10) winner (11) thank (12) yellow")]
    [InlineData("- legal\n- winner\n- thank\n- year\n- wave\n- sausage\n- worth\n- useful\n- legal\n- winner\n- thank\n- yellow")]
    [InlineData("\"legal\" \"winner\" \"thank\" \"year\" \"wave\" \"sausage\" \"worth\" \"useful\" \"legal\" \"winner\" \"thank\" \"yellow\"")]
    [InlineData("Here is my wallet (please keep it): Legal-winner-thank-year-wave-sausage-worth-useful-legal-winner-thank-yellow. Bye!")]
    [InlineData("/frontier models:legal,winner,thank,year,wave,sausage,worth,useful,legal,winner,thank,yellow")]
    [InlineData("Letter advice cage absurd amount doctor acoustic avoid letter advice\r\ncage absurd amount doctor acoustic avoid letter advice, cage absurd amount doctor acoustic bless")]
    [InlineData("letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless")]
    [InlineData(SecretGuard.Placeholder)]
    public void Keys_tokens_and_seed_phrases_are_seen(string text)
    {
        Assert.True(SecretGuard.LooksLikeSecret(text));
        Assert.Equal(SecretGuard.Placeholder, SecretGuard.Cleaned(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/status")]
    [InlineData("/start K7Q2-M9XD")]
    [InlineData("/start claim_K7Q2M9XD")]
    [InlineData("/confirm P-7F3K")]
    [InlineData("/compare KESTREL HERON")]
    [InlineData("/frontier models:KESTREL,HERON,OSPREY,WREN,FINCH,CROW,GANNET,PUFFIN,RAVEN,SWIFT,TEAL,RUFF")]
    [InlineData("/frontier models:integration_test,sunshine,lgbm_v5,ensemble_of_many_models_of_mine_2026")]
    [InlineData("/risk model:f0f8ba0e-3c5b-4d7e-8a67-1d5c5d1f5b6e")]
    [InlineData("Can you tell me what my risk is in this window, and which models it comes from?")]
    [InlineData("please show the risk of my models for the last rounds of this year and compare them")]
    [InlineData("/frontier models:Kestrel, Heron, Osprey, Wren, Finch, Crow, Gannet, Puffin, Raven, Swift, Teal, Ruff, Owl, Eagle")]
    [InlineData("I Think That Your Own Model May Lose More This Month Than It Did In The Last One")]
    [InlineData("About, above, across, act, add, again, all, any, area, arrive and ask are common words, and eleven of them in a row are no phrase.")]
    [InlineData("We hold these truths to be self-evident, that all men are created equal, that they are endowed by their Creator with certain unalienable Rights")]
    [InlineData("First raise model one, then lower model two, then wait until the next round is open; after that check what the wallet can still spend this week.")]
    [InlineData("12345678901234567890123456789012")]
    [InlineData("9f2c41ab")]
    public void What_people_say_is_not(string text)
    {
        Assert.False(SecretGuard.LooksLikeSecret(text));
        Assert.Equal(text, SecretGuard.Cleaned(text));
    }

    [Fact]
    public void A_text_made_to_keep_it_busy_does_not()
    {
        Assert.False(SecretGuard.LooksLikeSecret(string.Concat(Enumerable.Repeat("abcdefgh 1 ", 8)) + new string('x', 4000)));
    }
}
