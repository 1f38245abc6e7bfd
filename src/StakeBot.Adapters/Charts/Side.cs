namespace StakeBot.Adapters.Charts;

/// <summary>On which side of its point a label lies.</summary>
internal enum Side
{
    Right,
    Left,
    Above,
    Below,
    AboveRight,
    AboveLeft,
    BelowRight,
    BelowLeft,
}

/// <summary>Which sides are tried first.</summary>
internal static class Sides
{
    /// <summary>For what lies under a rising curve.</summary>
    public static IReadOnlyList<Side> RightFirst { get; } =
        [Side.Right, Side.BelowRight, Side.Below, Side.AboveRight, Side.Left, Side.Above, Side.BelowLeft, Side.AboveLeft];

    /// <summary>For what lies on a rising curve: above it there is nothing.</summary>
    public static IReadOnlyList<Side> AboveLeftFirst { get; } =
        [Side.AboveLeft, Side.Left, Side.Above, Side.BelowRight, Side.Right, Side.Below, Side.BelowLeft, Side.AboveRight];

    /// <summary>For a line that runs below another.</summary>
    public static IReadOnlyList<Side> BelowRightFirst { get; } =
        [Side.BelowRight, Side.Right, Side.Below, Side.AboveLeft, Side.Left, Side.Above, Side.BelowLeft, Side.AboveRight];

    /// <summary>For what stands at the edge or in a corner of the picture.</summary>
    public static IReadOnlyList<Side> Inwards { get; } = [Side.BelowLeft, Side.AboveLeft, Side.BelowRight, Side.AboveRight];

    public static IReadOnlyList<Side> BelowFirst { get; } =
        [Side.Below, Side.BelowRight, Side.BelowLeft, Side.Right, Side.Left, Side.Above, Side.AboveRight, Side.AboveLeft];

    public static IReadOnlyList<Side> AboveFirst { get; } =
        [Side.Above, Side.AboveLeft, Side.AboveRight, Side.Below, Side.BelowRight, Side.BelowLeft, Side.Right, Side.Left];

    public static IReadOnlyList<Side> LeftFirst { get; } =
        [Side.Left, Side.BelowLeft, Side.AboveLeft, Side.Below, Side.Above, Side.BelowRight, Side.AboveRight, Side.Right];
}
