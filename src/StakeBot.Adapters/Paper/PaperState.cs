using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.Diary;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper;

/// <summary>The simulated account as its acts have made it. The same acts make the same account.</summary>
internal sealed class PaperState
{
    private readonly PaperRules _rules;
    private readonly PaperSeeds _seeds;
    private readonly Opening _opening;
    private readonly HashSet<string> _changes = [];

    public PaperState(PaperRules rules, PaperSeeds seeds, Opening opening)
    {
        _rules = rules;
        _seeds = seeds;
        _opening = opening;
        (World, Books) = Begin();
    }

    public PaperWorld World { get; private set; }

    public PaperBooks Books { get; private set; }

    /// <summary>How many acts it has seen.</summary>
    public int Acts { get; private set; }

    /// <summary>Whether a change with this id has happened, before a reset too.</summary>
    public bool HasHappened(string id) => _changes.Contains(id);

    /// <summary>Why an act cannot be done, one sentence; null when it can.</summary>
    public string? Refusal(PaperAct act) => act switch
    {
        PaperAct.Set set => Books.Refusal(set.Model, set.Setting),
        PaperAct.Change change => Books.Refusal(change.Model, change.Kind, change.Amount),
        _ => null,
    };

    /// <summary>Does an act that is not refused.</summary>
    /// <returns>What happened, if time went by.</returns>
    public PaperAdvance? Do(PaperAct act)
    {
        Acts++;
        if (act.ChangeId is { } id)
            _changes.Add(id);
        switch (act)
        {
            case PaperAct.Advance advance:
                return Advance(advance.Rounds);
            case PaperAct.Reset:
                (World, Books) = Begin();
                break;
            case PaperAct.Set set:
                Books.Set(set.Model, set.Setting);
                break;
            case PaperAct.Change change:
                Books.Change(change.Model, change.Kind, change.Amount);
                break;
        }
        return null;
    }

    private PaperAdvance Advance(int rounds)
    {
        RoundNumber from = Books.Newest;
        List<LedgerEntry> resolved = [];
        List<string> notes = [];
        for (int turn = 0; turn < rounds; turn++)
        {
            RoundEvents events = Books.Turn();
            resolved.AddRange(events.Resolved);
            notes.AddRange(events.Notes);
        }
        return new PaperAdvance(from, Books.Newest, PaperCalendar.NowIn(Books.Newest), resolved, notes);
    }

    private (PaperWorld World, PaperBooks Books) Begin()
    {
        PaperWorld world = new(_seeds, PaperRoster.Models(_rules.Signals.Factor.ForPricing), PaperRoster.Others(_rules.Signals.Factor.ForPricing));
        PaperBooks books = new(world, _rules, _opening);
        while (books.Newest < PaperAccount.StartRound)
            books.Turn();
        return (world, books);
    }
}
