namespace StakeBot.NumeraiFake.Faults;

/// <summary>Which of the next answers go wrong, and how.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly Queue<Fault> _mutations = [];
    private readonly Queue<Fault> _reads = [];
    private Fault? _allReads;

    /// <summary>Is told of every fault when its effect has happened and its reply has not.</summary>
    public Action<Fault>? Happening { get; set; }

    /// <summary>The next mutations go wrong.</summary>
    public void NextMutations(Fault fault, int times = 1) => Add(_mutations, fault, times);

    /// <summary>The next reads go wrong.</summary>
    public void NextReads(Fault fault, int times = 1) => Add(_reads, fault, times);

    /// <summary>Every read goes wrong from now on; null ends it.</summary>
    public void AllReads(Fault? fault)
    {
        lock (_gate)
            _allReads = fault;
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _mutations.Clear();
            _reads.Clear();
            _allReads = null;
        }
    }

    internal Fault? Take(bool mutation)
    {
        lock (_gate)
            return (mutation ? _mutations : _reads).TryDequeue(out Fault? fault) ? fault : mutation ? null : _allReads;
    }

    private void Add(Queue<Fault> queue, Fault fault, int times)
    {
        lock (_gate)
        {
            for (int time = 0; time < times; time++)
                queue.Enqueue(fault);
        }
    }
}
