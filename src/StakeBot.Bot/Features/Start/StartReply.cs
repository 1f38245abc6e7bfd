using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Start;

internal static class StartReply
{
    public static Reply Of(ExecutionMode mode, Person person) => new()
    {
        Mode = mode,
        Title = "StakeBot: the risk of your Numerai stakes, in chat",
        Lines =
        [
            "I show what is staked and what can burn, draw the efficient frontier of your models and keep a two-percent rule.",
            About(mode),
            "I am not Numerai. I never ask for passwords, seed phrases or private keys.",
            person.Role == Role.Anyone
                ? "I do not know you yet: the owner of this bot can invite you. Send me his code with /start CODE; /whoami shows your id."
                : "Start with /status. /help lists everything.",
        ],
        Buttons = person.Role == Role.Anyone
            ? [new Button("Show my id", "/whoami"), new Button("Show help", "/help")]
            : [new Button("Show status", "/status"), new Button("Show risk", "/risk"), new Button("Draw frontier", "/frontier"), new Button("Show help", "/help")],
    };

    public static Reply Of(ExecutionMode mode, PeopleOutcome outcome) => outcome switch
    {
        PeopleOutcome.Done done => new Reply
        {
            Mode = mode,
            Title = "Welcome",
            Lines = [done.Text, "I am not Numerai, and never ask for passwords, seed phrases or private keys.", "Start with /status. /help lists everything."],
            Buttons = [new Button("Show status", "/status"), new Button("Show help", "/help")],
        },
        PeopleOutcome.Refused refused => Refusal(mode, "The code was not taken", refused.Reason),
        _ => throw new InvalidOperationException("A wish is done or refused."),
    };

    private static Reply Refusal(ExecutionMode mode, string title, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = title,
        Lines = [reason, "Nothing was changed."],
        Buttons = [new Button("Show my id", "/whoami")],
    };

    private static string About(ExecutionMode mode) => mode switch
    {
        ExecutionMode.Paper => "This is a simulated account: its models, scores and NMR are made up, its rules are Numerai's. /paper advance 5 moves it five rounds on.",
        ExecutionMode.DryRun => "These are real data, and nothing is ever sent: what I say changes no stake.",
        ExecutionMode.Live => "This is the real account. A change is sent only after somebody who may has confirmed it.",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode."),
    };
}
