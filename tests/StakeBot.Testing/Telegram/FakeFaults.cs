namespace StakeBot.Testing.Telegram;

/// <summary>What goes wrong with the next requests.</summary>
public sealed class FakeFaults
{
    private readonly Lock _gate = new();
    private readonly List<(string Method, int Left, Fault Fault)> _planned = [];

    internal enum Kind
    {
        TooFast,
        BadGateway,
        Reset,
        ResetAfter,
        Refused,
    }

    /// <summary>Answers 429 to the next requests of a method.</summary>
    public void TooFast(string method, int seconds, int times = 1) => Plan(method, times, new Fault(Kind.TooFast, seconds, ""));

    /// <summary>Answers 502.</summary>
    public void BadGateway(string method, int times = 1) => Plan(method, times, new Fault(Kind.BadGateway, 0, ""));

    /// <summary>Ends the connection before anything is done.</summary>
    public void Reset(string method, int times = 1) => Plan(method, times, new Fault(Kind.Reset, 0, ""));

    /// <summary>Does what is asked for, and ends the connection without an answer.</summary>
    public void LoseAnswer(string method, int times = 1) => Plan(method, times, new Fault(Kind.ResetAfter, 0, ""));

    /// <summary>Refuses with words of the test's.</summary>
    public void Refuse(string method, int code, string description, int times = 1) => Plan(method, times, new Fault(Kind.Refused, code, description));

    internal Fault? Next(string method)
    {
        lock (_gate)
        {
            int index = _planned.FindIndex(one => one.Method == method || one.Method == "*");
            if (index < 0)
                return null;
            (string planned, int left, Fault fault) = _planned[index];
            if (left <= 1)
                _planned.RemoveAt(index);
            else
                _planned[index] = (planned, left - 1, fault);
            return fault;
        }
    }

    private void Plan(string method, int times, Fault fault)
    {
        lock (_gate)
            _planned.Add((method, times, fault));
    }

    internal sealed record Fault(Kind Kind, int Number, string Text);
}
