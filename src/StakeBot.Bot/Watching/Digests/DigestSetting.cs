using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>When, where and how somebody wants his digest.</summary>
internal sealed record DigestSetting
{
    /// <summary>The currency in which Numerai tells the price.</summary>
    public const string Dollar = "USD";

    /// <summary>In place of a currency: amounts of NMR only.</summary>
    public const string NoCurrency = "none";

    public required string Person { get; init; }

    public required string Platform { get; init; }

    public required string Chat { get; init; }

    /// <summary>By which of his ids there he asked for it; null when that was not noted yet.</summary>
    public string? Reader { get; init; }

    public required bool IsOn { get; init; }

    public TimeOnly At { get; init; } = new(8, 0);

    public string Zone { get; init; } = "UTC";

    /// <summary>The days in cron's words: <c>*</c>, <c>MON-FRI</c>, <c>MON,THU</c>.</summary>
    public string Days { get; init; } = "*";

    public TimeOnly? QuietFrom { get; init; }

    public TimeOnly? QuietTo { get; init; }

    /// <summary>Whether everything is told every day; otherwise a day on which nothing matters gets one line.</summary>
    public bool IsFull { get; init; }

    /// <summary>The currency beside amounts of NMR, three letters; <see cref="NoCurrency"/> for none.</summary>
    public string Currency { get; init; } = Dollar;

    /// <summary>Up to when the account's news have been told, in the account's own time; null before the first digest.</summary>
    public DateTimeOffset? ToldUpTo { get; init; }

    /// <summary>The rounds that were told; null before the first digest, and in what was kept before they were noted.</summary>
    public ToldRounds? Told { get; init; }

    /// <summary>The day, <c>yyyy-MM-dd</c>, of the digest that was not sent, or perhaps not; null once a later one has arrived.</summary>
    public string? Doubtful { get; init; }

    /// <summary>How many in a row were not sent, or perhaps not.</summary>
    public int Lost { get; init; }

    /// <summary>How many in a row the platform did not let the bot show.</summary>
    public int Unreachable { get; init; }

    /// <summary>The local date of the newest digest that was sent or given up: a date has one.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The rounds that were told, as far as that was in the account's past: a simulated account can begin anew.</summary>
    public ToldRounds? ToldAt(DateTimeOffset now) => ToldUpTo <= now ? Told : null;

    /// <summary>Afterwards, when the digest of a day did not arrive, or nobody knows whether it has.</summary>
    public DigestSetting WithLost(DigestNote lost) => this with { Doubtful = lost.Day, Lost = Lost + 1, LastDay = LastDay > lost.Date ? LastDay : lost.Date };

    public Timetable Times() => new($"{At.Minute} {At.Hour} * * {Days}", Zone);

    public QuietHours? Quiet() => QuietFrom is { } from && QuietTo is { } to && from != to ? new QuietHours(from, to, Zone) : null;
}
