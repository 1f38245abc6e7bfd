using SkiaSharp;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>What the scripted bot behind the web chat says: one reply of every shape.</summary>
internal static class SampleTalk
{
    public const string FrontierAlt =
        "Line chart of risk against return per window. The frontier rises from 1.52 % risk to 3.10 % risk. Your portfolio lies right of it, at 2.31 % risk.";

    public const string HostileName = "<img src=x onerror=alert(1)><b>KESTREL</b>";

    public static DataTable Stakes { get; } = new(
        "Stakes by model",
        ["Model", "Stake (NMR)", "Share", "Last 20 rounds (NMR)", "Worst window", "State"],
        [
            [Cell.Of(HostileName), new("150.00", 150m), new("36.4 %", 0.364), new("+2.91", 2.91), new("−4.10 %", -0.041), Cell.Of("settled")],
            [Cell.Of("HERON"), new("120.50", 120.5m), new("29.2 %", 0.292), new("−1.07", -1.07), new("−6.90 %", -0.069), Cell.Of("settled")],
            [Cell.Of("OSPREY"), new("80.00", 80m), new("19.4 %", 0.194), new("none yet", null), new("−3.05 %", -0.0305), Cell.Of("new")],
        ]);

    public static Document File { get; } = new("stakebot-audit-2026-11-22.csv", "text/csv; charset=utf-8", "sequence\r\n1\r\n"u8.ToArray());

    public static IReadOnlyList<ICommand> Commands { get; } =
    [
        new SampleCommand("start", "Say hello and show where to begin", CommandTopic.About),
        new SampleCommand("status", "What is staked, what is at risk, what is on its way", CommandTopic.Look),
        new SampleCommand("frontier", "Draw the efficient frontier and where you stand", CommandTopic.Look,
            new OptionSpec("measure", OptionKind.Choice, "Which risk it minimises") { Choices = ["variance", "cvar", "cdar", "maxdrawdown"] },
            new OptionSpec("cap", OptionKind.Percent, "The most that one model may hold"),
            new OptionSpec("points", OptionKind.Whole, "How many portfolios it shows") { Least = 2, Greatest = 100 },
            new OptionSpec("unshrunk", OptionKind.Flag, "Take the estimates as they are")),
        new SampleCommand("risk", "Check the two-percent rule, model by model", CommandTopic.Look, new OptionSpec("models", OptionKind.Models, "Which models")),
        new SampleCommand("slow", "Take a long time", CommandTopic.Look),
    ];

    public static async Task<Reply> Answer(ChatMessage message, CancellationToken ct)
    {
        if (message.Text == "/slow")
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        return message.Text.Split(' ')[0] switch
        {
            "/start" => Greeting,
            "/status" => Status,
            "/frontier" => Frontier,
            "/risk" => Refusal,
            "/fail" => Failure,
            "/export" => Paper("Journal · 1 row") with { Documents = [File] },
            _ => Echo(message.Text),
        };
    }

    private static Reply Greeting { get; } = Paper("Hello, I am StakeBot") with
    {
        Lines =
        [
            "I watch your Numerai stakes and propose changes. This is a simulated account: nothing here touches real NMR.",
            "I never ask for a password, a seed phrase or a private key.",
        ],
        Buttons = [new Button("Show the stakes", "/status"), new Button("Draw the frontier", "/frontier measure:cvar")],
    };

    private static Reply Status { get; } = Paper("Aviary account · round 1288") with
    {
        Lines =
        [
            "Staked 412.37 NMR · at risk 412.37 · wallet 18.20",
            $"• {HostileName} 150.00 NMR (36.4 %)  +2.91",
            "• HERON 120.50 NMR (29.2 %)  −1.07",
            "• OSPREY 80.00 NMR (19.4 %)  +3.20",
        ],
        Table = Stakes,
        ShowTable = true,
        Buttons = [new Button("Check the risk", "/risk")],
    };

    private static Reply Frontier { get; } = Paper("Efficient frontier · 3 models · windows of 64 rounds") with
    {
        Lines =
        [
            "You: risk 2.31 %, return +0.21 % per window. You sit 0.34 points of risk right of the frontier.",
            "Same return at least risk: 1.97 % (90 % band 1.7–2.4 %). Estimated from history. Not a forecast.",
        ],
        Pictures = [new Picture("frontier.png", Chart(), FrontierAlt)],
        Table = Stakes,
        Buttons = [new Button("Show the stakes", "/status")],
    };

    private static Reply Refusal { get; } = Paper("The two-percent rule stands against it") with
    {
        Kind = ReplyKind.Refusal,
        Lines = ["HERON may lose 2.31 % of the fund in a bad window; 2.00 % is the limit.", "Nothing was changed."],
        Buttons = [new Button("Show the stakes", "/status")],
    };

    private static Reply Failure { get; } = Paper("Numerai did not answer") with
    {
        Kind = ReplyKind.Failure,
        Lines = ["I tried three times within 30 seconds (SB-NUM-TIMEOUT).", "Nothing was read, nothing was changed."],
    };

    public static byte[] Chart()
    {
        using SKBitmap bitmap = new(1200, 800);
        using SKCanvas canvas = new(bitmap);
        using SKPaint line = new() { Color = new SKColor(0x0b, 0x6b, 0x60), StrokeWidth = 8, IsStroke = true, IsAntialias = true };
        using SKPaint dot = new() { Color = new SKColor(0xb4, 0x4a, 0x12), IsAntialias = true };
        canvas.Clear(SKColors.White);
        for (int x = 160; x < 1100; x += 10)
            canvas.DrawLine(x, Height(x), x + 10, Height(x + 10), line);
        canvas.DrawCircle(640, 470, 18, dot);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();

        static float Height(int x) => 720 - 600 * MathF.Sqrt((x - 150) / 1000f);
    }

    private static Reply Echo(string text) => Paper("I heard you") with { Lines = [text] };

    private static Reply Paper(string title) => new() { Mode = ExecutionMode.Paper, Title = title };

    private sealed class SampleCommand(string name, string summary, CommandTopic topic, params IReadOnlyList<OptionSpec> options) : ICommand
    {
        public CommandSpec Spec { get; } = new(name, summary, $"/{name}{(options.Count > 0 ? $" {options[0].Example}" : "")}", Role.Viewer, topic, options);

        public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => throw new InvalidOperationException("The script answers.");
    }
}
