namespace StakeBot.Bot.Chat;

/// <summary>What a button of a proposal stands for. It is signed before it leaves (<c>TapSeal</c>) and says nothing of who may press it.</summary>
/// <param name="Operation">One letter: what the press asks for.</param>
/// <param name="Subject">The thing that it acts on: 13 Crockford characters.</param>
/// <param name="Revision">The revision of the thing that the button was shown with, 1–99.</param>
public sealed record Tap(char Operation, string Subject, int Revision);
