using System.Collections.Frozen;

namespace StakeBot.Bot.Commands;

/// <summary>Every command, once. Parsing, help, menus, completion and the README's table all read it.</summary>
public sealed class CommandCatalogue
{
    private readonly FrozenDictionary<string, ICommand> _byName;

    public CommandCatalogue(IEnumerable<ICommand> commands)
    {
        ICommand[] all = [.. commands];
        _byName = all.ToFrozenDictionary(command => command.Spec.Name, StringComparer.OrdinalIgnoreCase);
        Specs = [.. all.Select(command => command.Spec)];
    }

    /// <summary>What there is, in the order of the menu.</summary>
    public IReadOnlyList<CommandSpec> Specs { get; }

    /// <summary>The command of that name; null when there is none.</summary>
    public ICommand? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The name that a mistyped one most likely meant; null when none is near.</summary>
    public string? Nearest(string name)
    {
        string typed = name.ToLowerInvariant();
        (string Name, int Distance) best = Specs
            .Select(spec => (spec.Name, Distance: EditDistance.Between(typed, spec.Name)))
            .MinBy(pair => pair.Distance);
        return best.Distance <= Math.Max(1, best.Name.Length / 3) ? best.Name : null;
    }
}
