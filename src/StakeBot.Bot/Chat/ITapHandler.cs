using StakeBot.Bot.People;

namespace StakeBot.Bot.Chat;

/// <summary>A press of a signed button, its signature verified, its presser known, its event taken once and acknowledged.</summary>
/// <param name="Person">Who pressed it, with the role that he has now.</param>
/// <param name="On">The message that the button was on.</param>
/// <param name="Tap">What the button stands for.</param>
public sealed record TapPress(Person Person, MessageRef On, Tap Tap);

/// <summary>What the presser is told. A refusal is for him alone: the shared message stays as it is.</summary>
/// <param name="Toast">One line for the presser; null when the edited message says enough.</param>
/// <param name="Reply">A longer answer for the presser; null when there is none.</param>
public sealed record TapAnswer(string? Toast, Reply? Reply)
{
    /// <summary>The button whose press was not enough, because it asks for a line (<see cref="Button.Asks"/>): a surface may ask for that line now. Null: none.</summary>
    public Button? Asks { get; init; }
}

/// <summary>Acts on presses of signed buttons.</summary>
public interface ITapHandler
{
    /// <summary>The letters that it knows.</summary>
    string Operations { get; }

    /// <summary>Those of them that stop something: no limit of taps holds them up.</summary>
    string Brakes => "";

    /// <summary>Does what the press asks for, once, if the presser may.</summary>
    Task<TapAnswer> PressAsync(TapPress press, CancellationToken ct);
}
