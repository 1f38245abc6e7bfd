namespace StakeBot.Adapters.Files;

/// <summary>Collects everything that is wrong with a file, so that a person mends it once.</summary>
internal sealed class FileProblems
{
    private const int MostShown = 20;
    private readonly List<string> _shown = [];

    public int Count { get; private set; }

    public bool Any => Count > 0;

    public void Add(string sentence)
    {
        Count++;
        if (_shown.Count < MostShown)
            _shown.Add(sentence);
    }

    public FileRefusal Refuse(string example) => new(_shown, Count - _shown.Count, example);
}
