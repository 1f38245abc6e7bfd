namespace StakeBot.Adapters.Files;

/// <summary>Why files cannot be used.</summary>
/// <param name="Problems">Sentences that name file, line and column and say what to do; never more than twenty.</param>
/// <param name="More">How many further problems there are.</param>
/// <param name="Example">What a good file looks like: a header line and a line of data.</param>
public sealed record FileRefusal(IReadOnlyList<string> Problems, int More, string Example)
{
    /// <summary>For people: a problem a line, then the example.</summary>
    public override string ToString() =>
        string.Join('\n', [.. Problems, .. And(More), "A good file looks like this:", Example, "Nothing was read."]);

    private static string[] And(int more) => more == 0 ? [] : [$"… and {more} more."];
}
