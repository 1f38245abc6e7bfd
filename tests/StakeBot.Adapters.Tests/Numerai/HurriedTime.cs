using Microsoft.Extensions.Time.Testing;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>A clock on which short waits are over at once, as if they had been waited; long ones (patience with an answer) pass only when a test moves it.</summary>
internal sealed class HurriedTime : FakeTimeProvider
{
    private static readonly TimeSpan LongestHurried = TimeSpan.FromSeconds(25);

    public HurriedTime()
        : base(NumeraiUnderTest.Start)
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < LongestHurried)
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
