using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;

namespace StakeBot.Bot.Tests.Execution.Records;

public sealed class JournalWordsTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("", "")]
    [InlineData("""{"step":2,"state":"observed","fence":3}""", "step 2, observed")]
    [InlineData("""{"step":1,"state":"needs-human","reason":"no answer in 10 minutes","fence":1}""", "step 1, needs human, no answer in 10 minutes")]
    [InlineData("""{"step":1,"state":"submitted","requestId":"r-7","responseHash":"ab12","fence":1}""", "step 1, submitted, request r-7")]
    [InlineData("""{"fingerprint":"3b26018c37d0795e","steps":10,"replaces":[]}""", "check code 3b26018c, 10 steps")]
    [InlineData("""{"fingerprint":"3b26018c37d0795e","steps":1,"replaces":["1X4H97YS9RYN7"]}""", "check code 3b26018c, 1 step, replaces P-1X4H")]
    [InlineData("""{"setting":"approvals","before":"1","after":"2"}""", "approvals 1 → 2")]
    [InlineData("""{"setting":"cap"}""", "cap")]
    [InlineData("""{"kind":"advance","rounds":3}""", "advance, rounds 3")]
    [InlineData("""{"amount":"9.410000000000000000","direction":"increase","id":"1X4H97YS9RYN7:08","kind":"change","model":"9a9e7000-0000-4000-8000-000000080005"}""", "change, 9.41 NMR, increase, P-1X4H step 8")]
    [InlineData("""{"platform":"web","chat":"s1","messageId":"4"}""", "web")]
    [InlineData("""{"role":"viewer","what":"/confirm"}""", "as viewer, /confirm")]
    [InlineData("""{"somethingNew":true,"inside":{"a":1}}""", "something new on, inside (a 1)")]
    [InlineData("not JSON", "not JSON")]
    public void Details_are_words(string detail, string words) => Assert.Equal(words, JournalWords.Of(detail));

    [Fact]
    public void A_time_is_marked_so_that_each_surface_shows_it_in_the_readers_zone()
    {
        DateTimeOffset at = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000);
        Assert.Equal($"cap 20 % → 30 %, acts {ChatTime.Mark(at)}", JournalWords.Of("""{"setting":"cap","before":"20 %","after":"30 %","acts":1790000000000}"""));
    }
}
