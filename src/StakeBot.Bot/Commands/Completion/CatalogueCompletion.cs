using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Commands.Completion;

/// <summary>Offers what the catalogue, the fund as it was last read, and the store know.</summary>
internal sealed class CatalogueCompletion(CommandCatalogue catalogue, Gate gate, FundReader funds, WatchList watch, ProposalBook book) : ICompletion
{
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(CompletionRequest request, CancellationToken ct)
    {
        if (catalogue.Find(request.Command)?.Spec is not { } spec || spec.Options.FirstOrDefault(option => option.Name == request.Option) is not { } option)
            return [];
        try
        {
            Person person = await gate.AdmitAsync(request.Who, ct);
            return person.Role < spec.Needs ? [] : Best(await AllAsync(option, ct), option, request.Typed);
        }
        catch (StoreUnavailableException)
        {
            // Nobody can be recognised now; the command itself will say so.
            return [];
        }
    }

    private async Task<IEnumerable<Suggestion>> AllAsync(OptionSpec option, CancellationToken ct) => option switch
    {
        { Kind: OptionKind.Choice } => option.Choices.Select(Plain),
        { Completes: Completes.Models } => await ModelsAsync(ct),
        { Completes: Completes.OpenProposals } => Codes((await book.LiveAsync(ct)).Select(stored => stored.Proposal).Where(proposal => !proposal.State.IsFinal).Reverse()),
        { Completes: Completes.Proposals } => Codes(await book.AllAsync(ct)),
        { Completes: Completes.PolicySettings } => PolicySetting.All.Select(setting => new Suggestion(setting.Name, $"{setting.Name}: {setting.Summary}")),
        { Completes: Completes.Commands } => catalogue.Specs.Select(spec => new Suggestion(spec.Name, $"{spec.Name}: {spec.Summary}")),
        { Completes: Completes.Zones } => Zones.All.Select(Plain),
        _ => [],
    };

    // One reading serves every key that is typed: an account that nobody has asked for is not read for this.
    private async Task<IEnumerable<Suggestion>> ModelsAsync(CancellationToken ct)
    {
        IEnumerable<string> own = funds.LastRead?.Snapshot.Tournaments.SelectMany(stakes => stakes.Stakes).Select(stake => stake.Model.Name) ?? [];
        IEnumerable<Suggestion> watched = (await watch.ListAsync(ct)).Select(model => new Suggestion(model.Name, $"{PlainText.Name(model.Name)} (watched)"));
        return own.Select(name => new Suggestion(name, PlainText.Name(name))).Concat(watched).DistinctBy(model => model.Value);
    }

    private static IEnumerable<Suggestion> Codes(IEnumerable<Proposal> proposals) =>
        proposals.Select(proposal => new Suggestion(proposal.Code, $"{proposal.Code} of {proposal.CreatedAt.UtcDateTime:yyyy-MM-dd}, {(proposal.State.IsFinal ? "ended" : "open")}")).DistinctBy(code => code.Value);

    // Of several names with commas the last one is being typed.
    private static IReadOnlyList<Suggestion> Best(IEnumerable<Suggestion> all, OptionSpec option, string typed)
    {
        int comma = option.Kind == OptionKind.Models ? typed.LastIndexOf(',') : -1;
        string before = typed[..(comma + 1)];
        string last = typed[(comma + 1)..].Trim();
        return
        [
            .. all
                .Where(one => one.Value.Contains(last, StringComparison.OrdinalIgnoreCase))
                .OrderBy(one => one.Value.StartsWith(last, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .Take(ICompletion.Most)
                .Select(one => before.Length == 0 ? one : new Suggestion(before + one.Value, before + one.Label)),
        ];
    }

    private static Suggestion Plain(string word) => new(word, word);
}
