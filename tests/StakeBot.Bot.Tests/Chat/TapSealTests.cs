using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Chat;

public sealed class TapSealTests
{
    private static readonly ChatAddress Here = new("telegram", "100");
    private static readonly Tap Confirm = new('c', "7F3KQ2M8ZT4WA", 3);

    private readonly RandomTapKeys _keys = new();
    private readonly TapSeal _seal;

    public TapSealTests() => _seal = new TapSeal(_keys);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_was_sealed_is_opened_in_the_same_conversation()
    {
        string data = _seal.Seal(Confirm, Here);

        Assert.Equal(42, Encoding.UTF8.GetByteCount(data));
        Assert.StartsWith("0c:7F3KQ2M8ZT4WA:03:", data, StringComparison.Ordinal);
        Assert.Equal(Confirm, _seal.Open(data, Here));
    }

    [Fact]
    public void Any_changed_character_spoils_it()
    {
        string data = _seal.Seal(Confirm, Here);
        foreach (int place in Enumerable.Range(0, data.Length))
        {
            foreach (char other in "01ABCabcxyzAQgw_-:".Where(one => one != data[place]))
            {
                string changed = $"{data[..place]}{other}{data[(place + 1)..]}";
                Assert.Null(_seal.Open(changed, Here));
            }
        }
    }

    [Theory]
    [InlineData("0x:7F3KQ2M8ZT4WA:03:")]
    [InlineData("0c:7F3KQ2M8ZT4WB:03:")]
    [InlineData("0c:7F3KQ2M8ZT4WA:04:")]
    [InlineData("1c:7F3KQ2M8ZT4WA:03:")]
    public void Another_operation_subject_revision_or_key_needs_another_tag(string head)
    {
        string tag = _seal.Seal(Confirm, Here)[20..];

        Assert.Null(_seal.Open(head + tag, Here));
    }

    [Fact]
    public void It_is_worth_nothing_in_another_conversation_or_on_another_platform()
    {
        string data = _seal.Seal(Confirm, Here);

        Assert.Null(_seal.Open(data, Here with { Chat = "1001" }));
        Assert.Null(_seal.Open(data, Here with { Platform = "discord" }));
        // The same characters, parted elsewhere.
        Assert.Null(_seal.Open(data, new ChatAddress("telegram1", "00")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/status")]
    [InlineData("0c:7F3KQ2M8ZT4WA:03:")]
    [InlineData("confirm")]
    public void Other_texts_are_no_seals(string text) => Assert.Null(_seal.Open(text, Here));

    [Fact]
    public void A_longer_text_with_a_seal_in_it_is_no_seal()
    {
        string data = _seal.Seal(Confirm, Here);

        Assert.All((string[])[data + "A", "A" + data, data + "\n", $"{data} {data}"], text => Assert.Null(_seal.Open(text, Here)));
    }

    [Fact]
    public async Task The_key_before_the_current_one_still_verifies_and_older_ones_are_forgotten()
    {
        string first = _seal.Seal(Confirm, Here);
        await _keys.RotateAsync(Ct);
        string second = _seal.Seal(Confirm, Here);

        Assert.StartsWith("1", second, StringComparison.Ordinal);
        Assert.Equal(Confirm, _seal.Open(first, Here));
        await _keys.RotateAsync(Ct);
        Assert.Null(_seal.Open(first, Here));
        Assert.Equal(Confirm, _seal.Open(second, Here));
    }

    [Fact]
    public async Task After_nine_comes_zero_and_a_forgotten_key_s_digit_opens_nothing_old()
    {
        string first = _seal.Seal(Confirm, Here);
        for (int rotations = 0; rotations < 10; rotations++)
            await _keys.RotateAsync(Ct);

        Assert.Equal('0', _keys.Current.Version);
        Assert.Null(_seal.Open(first, Here));
    }

    [Fact]
    public void Another_bot_s_seal_is_not_mine()
    {
        Assert.Null(new TapSeal(new RandomTapKeys()).Open(_seal.Seal(Confirm, Here), Here));
    }

    [Theory]
    [InlineData('C', "7F3KQ2M8ZT4WA", 3)]
    [InlineData(':', "7F3KQ2M8ZT4WA", 3)]
    [InlineData('c', "7F3KQ2M8ZT4W", 3)]
    [InlineData('c', "7F3KQ2M8ZT4WI", 3)]
    [InlineData('c', "7F3KQ2M8ZT4WA", 0)]
    [InlineData('c', "7F3KQ2M8ZT4WA", 100)]
    public void A_tap_that_a_button_cannot_carry_is_a_bug(char operation, string subject, int revision) =>
        Assert.Throws<ArgumentException>(() => _seal.Seal(new Tap(operation, subject, revision), Here));

    [Fact]
    public void A_plain_button_stands_for_its_command()
    {
        Assert.Equal("/risk", _seal.DataOf(new Button("Show the risk", "/risk"), Here));
        Assert.Equal(_seal.Seal(Confirm, Here), _seal.DataOf(new Button("Confirm", "/confirm P-7F3K") { Tap = Confirm }, Here));
    }
}
