using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>Presses of a proposal's buttons. Who may not is told so, alone; the message that others see stays as it is.</summary>
internal sealed class ProposalTaps(ProposalBook book, Confirmation confirmation, Cancellation cancellation, Settlement settlement, CardPicture picture, Gate gate) : ITapHandler
{
    public string Operations { get; } = new([CardButtons.Confirm, CardButtons.Cancel, CardButtons.Why, CardButtons.Picture, CardButtons.Stop, CardButtons.Entered]);

    public string Brakes { get; } = new([CardButtons.Cancel, CardButtons.Stop]);

    public async Task<TapAnswer> PressAsync(TapPress press, CancellationToken ct)
    {
        var id = new ProposalId(press.Tap.Subject);
        // Braking is never refused for the message that the brake is on.
        if (await IsOlderCopyAsync(press.Person, id, press.On, ct) && !Brakes.Contains(press.Tap.Operation))
            return new TapAnswer("This is an older copy of the proposal; use the newest one. Nothing was changed.", null);
        return press.Tap.Operation switch
        {
            CardButtons.Confirm => await ToldAsync(press, await confirmation.ConfirmAsync(press.Person, id, press.Tap.Revision, null, ct), ct),
            CardButtons.Cancel or CardButtons.Stop => await ToldAsync(press, await cancellation.CancelAsync(press.Person, id, null, ct), ct),
            CardButtons.Entered => await ToldAsync(press, await settlement.EnteredAsync(press.Person, id, ct), ct),
            CardButtons.Why => await WhyAsync(press.Person, id, ct),
            CardButtons.Picture => await PictureAsync(press.Person, id, ct),
            _ => throw new InvalidOperationException($"Unknown operation {press.Tap.Operation}."),
        };
    }

    // A message that was not noted yet, because it was pressed first or the bot was killed between showing and noting it, is the proposal's from now on.
    private async Task<bool> IsOlderCopyAsync(Person person, ProposalId id, MessageRef on, CancellationToken ct)
    {
        ShownCard pressed = new(on.Address.Platform, on.Address.Chat, on.MessageId);
        ShownCard? shown = (await book.CardsAsync(id, ct)).FirstOrDefault(card => card.Platform == pressed.Platform && card.Chat == pressed.Chat);
        if (shown is null && person.Role >= Role.Viewer && await book.FindAsync(id, ct) is not null)
            await book.ShownAsync(id, pressed, ct);
        return shown is not null && shown.MessageId != pressed.MessageId;
    }

    private async Task<TapAnswer> ToldAsync(TapPress press, Decision decision, CancellationToken ct)
    {
        if (decision is Decision.Taken taken)
            return new TapAnswer(taken.Said, null);
        if (press.Person.Role < Role.Approver)
            await gate.RefusedAsync(press.Person, $"a tap on {new ProposalId(press.Tap.Subject).Code}", ct);
        return new TapAnswer(((Decision.Refused)decision).Reason, null) { Asks = await AskingAsync(press, ct) };
    }

    private async Task<Button?> AskingAsync(TapPress press, CancellationToken ct) =>
        press.Person.Role >= Role.Approver && await book.FindAsync(new ProposalId(press.Tap.Subject), ct) is { } stored
            ? CardButtons.Of(stored.Proposal).FirstOrDefault(button => button.Tap == press.Tap && button.Asks is not null)
            : null;

    private async Task<TapAnswer> WhyAsync(Person person, ProposalId id, CancellationToken ct) =>
        Gate.Refusal(person, Role.Viewer) is { } refusal ? new TapAnswer($"{refusal} Nothing was changed.", null)
        : await book.FindAsync(id, ct) is { } stored ? new TapAnswer(null, WhyReply.Of(stored))
        : new TapAnswer("There is no such proposal any more. Nothing was changed.", null);

    private async Task<TapAnswer> PictureAsync(Person person, ProposalId id, CancellationToken ct) =>
        Gate.Refusal(person, Role.Viewer) is { } refusal ? new TapAnswer($"{refusal} Nothing was changed.", null)
        : await book.FindAsync(id, ct) is { } stored ? new TapAnswer(null, await picture.DrawAsync(stored, ct))
        : new TapAnswer("There is no such proposal any more. Nothing was changed.", null);
}
