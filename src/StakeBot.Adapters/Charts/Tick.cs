namespace StakeBot.Adapters.Charts;

/// <summary>A marked place of an axis.</summary>
internal readonly record struct Tick(double Value, string Text);
