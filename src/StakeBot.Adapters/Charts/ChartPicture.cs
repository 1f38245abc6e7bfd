namespace StakeBot.Adapters.Charts;

/// <summary>A finished picture, with the texts on it.</summary>
internal sealed record ChartPicture(byte[] Png, IReadOnlyList<PlacedText> Texts);
