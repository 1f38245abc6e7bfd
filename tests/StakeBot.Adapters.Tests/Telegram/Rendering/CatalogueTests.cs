using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Telegram.Rendering;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Telegram.Rendering;

public sealed class CatalogueTests
{
    private static readonly ChatAddress Where = new("telegram", "5001");

    public static TheoryData<string> Names { get; } =
    [
        "{0}",
        "<b>{0}</b>",
        "{0} & <script>alert('x')</script> &lt;",
        "`{0}` *_[]()~>#+-=|.!",
        "\u202E{0}\u200F\u2066",
        "{0}😀👩‍👩‍👧‍👦🏴‍☠️",
        "{0}\uE000123\uE001\u0001\u0002",
        "long",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_reply_of_every_command_is_what_Telegram_takes_whatever_models_are_called(string pattern)
    {
        FakeNumerai account = Aviary.Account(name => pattern == "long" ? name + new string('&', 1000) : pattern.Replace("{0}", name, StringComparison.Ordinal));
        using ServiceProvider bot = BotUnderTest.With(
            account, new FakeCharts(), ExecutionMode.Paper, services => services.AddSingleton<IPaperStakes>(new FakePaperStakes(account)), Aviary.Rules);
        CommandCatalogue catalogue = bot.GetRequiredService<CommandCatalogue>();
        TapSeal seal = bot.GetRequiredService<TapSeal>();
        int number = 0;
        string[] lines =
        [
            .. catalogue.Specs.SelectMany(spec => (string[])[$"/{spec.Name}", spec.Example, $"/help {spec.Name}", $"/{spec.Name} {account.Snapshot.Tournaments[0].Stakes[0].Model.Name}"]),
            "/frontier data", "/frontier bands", "/proposals", "/propose preview", "/risk KESTREL", "hello <b>", "/frontierr", "/unknown&<", "",
        ];

        foreach (string line in lines)
        {
            ChatMessage message = new(Where, new PlatformIdentity("web", "1", "Ana <b>"), line, $"{number++}") { IsPrivate = true };
            Reply reply = await bot.GetRequiredService<IAnswerer>().AnswerAsync(message, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("SB-BUG", string.Concat(reply.Lines), StringComparison.Ordinal);

            foreach (Reply shown in (Reply[])[reply, reply with { ShowTable = true }, ReplyParts.TableOf(reply)])
                Assert.All(ReplyParts.Of(shown, line.Length == 0 ? null : line, Where, seal), RenderingTests.Sound);
            RenderingTests.Sound(ReplyParts.Single(reply, Where, seal, TextParts.MessageLength));
            RenderingTests.Sound(ReplyParts.Single(reply, Where, seal, TextParts.CaptionLength));
        }
    }
}
