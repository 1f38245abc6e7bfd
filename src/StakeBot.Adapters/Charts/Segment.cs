using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>A straight piece of a line, in pixels.</summary>
internal readonly record struct Segment(SKPoint From, SKPoint To)
{
    public float Length => SKPoint.Distance(From, To);

    /// <summary>How much of it runs through a box (Liang and Barsky's clipping).</summary>
    public float LengthIn(SKRect box)
    {
        float dx = To.X - From.X;
        float dy = To.Y - From.Y;
        float enter = 0;
        float leave = 1;
        bool meets = Clip(-dx, From.X - box.Left, ref enter, ref leave)
            && Clip(dx, box.Right - From.X, ref enter, ref leave)
            && Clip(-dy, From.Y - box.Top, ref enter, ref leave)
            && Clip(dy, box.Bottom - From.Y, ref enter, ref leave);
        return meets && leave > enter ? (leave - enter) * Length : 0;
    }

    /// <summary>Whether the two cross.</summary>
    public bool Crosses(Segment other) =>
        Turn(From, To, other.From) * Turn(From, To, other.To) < 0 && Turn(other.From, other.To, From) * Turn(other.From, other.To, To) < 0;

    private static float Turn(SKPoint a, SKPoint b, SKPoint c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

    private static bool Clip(float along, float room, ref float enter, ref float leave)
    {
        if (along == 0)
            return room >= 0;
        float at = room / along;
        if (along < 0)
            enter = Math.Max(enter, at);
        else
            leave = Math.Min(leave, at);
        return enter <= leave;
    }
}
