using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Chat;

/// <summary>
/// The way of a press of a signed button: acknowledge, verify, see who it was, hand it to whoever knows the operation, and tell the presser alone.
/// What cannot be verified gets one neutral refusal; it never becomes a command. Failures end here.
/// </summary>
internal sealed class TapRouter(TapSeal seal, Gate gate, IEnumerable<ITapHandler> handlers, BotMode mode, ILogger<TapRouter> logger)
{
    /// <summary>The refusal of everything that is not a button of this bot in this conversation.</summary>
    public static readonly TapAnswer NoLongerValid = new("This button is no longer valid. Nothing was changed.", null);

    private static readonly Rate Taps = new("taps", 30, TimeSpan.FromMinutes(1));

    private readonly FrozenDictionary<char, ITapHandler> _byOperation = handlers
        .SelectMany(handler => handler.Operations.Select(operation => (operation, handler)))
        .ToFrozenDictionary(known => known.operation, known => known.handler);

    /// <summary>Takes a press from its arrival to its answer. Without an acknowledgement nothing happens.</summary>
    public async Task TakeAsync(ChatMessage press, IChat chat, CancellationToken ct)
    {
        if (await chat.AcknowledgeAsync(press, ct))
            await chat.AnswerPressAsync(press, await PressAsync(press, ct), ct);
        else
            BotLog.PressNotAcknowledged(logger, press.Address.Platform);
    }

    private async Task<TapAnswer> PressAsync(ChatMessage press, CancellationToken ct)
    {
        if (press.Pressed is not { } on || on.Address != press.Address || seal.Open(press.Text, press.Address) is not { } tap)
            return NoLongerValid;
        if (!_byOperation.TryGetValue(tap.Operation, out ITapHandler? handler))
            return NoLongerValid;
        Person person;
        try
        {
            person = await gate.AdmitAsync(press.Sender, ct);
        }
        catch (StoreUnavailableException unavailable)
        {
            BotLog.StoreUnavailable(logger, unavailable.Message);
            return new TapAnswer("I cannot look up now who may do what. Nothing was changed.", null);
        }
        RateAnswer rate = handler.Brakes.Contains(tap.Operation) ? RateAnswer.Allowed : gate.Take(person, Taps);
        return rate switch
        {
            RateAnswer.Allowed => await HandAsync(handler, new TapPress(person, on, tap), ct),
            RateAnswer.Refused => new TapAnswer($"More than {Taps.Most} taps in a minute are too many. Nothing was changed.", null),
            _ => new TapAnswer(null, null),
        };
    }

    private async Task<TapAnswer> HandAsync(ITapHandler handler, TapPress press, CancellationToken ct)
    {
        try
        {
            return await handler.PressAsync(press, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            BotLog.PressFailed(logger, failure, press.Tap.Operation, press.Tap.Subject);
            return Uncertain();
        }
    }

    // A handler that fails has perhaps written already: "nothing was changed" could be untrue.
    private TapAnswer Uncertain() => new(null, new Reply
    {
        Kind = ReplyKind.Failure,
        Mode = mode.Value,
        Title = "I cannot tell what became of that tap",
        Lines =
        [
            "Something failed while I worked on it; it is written to the log (SB-TAP).",
            "It counts once or not at all, and I do not repeat it by myself. Look at the message again before you tap once more.",
        ],
    });
}
