using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Host.Verbs;

/// <summary>The talk at the console in which a key is linked.</summary>
internal sealed class LinkDialogue(KeyLinking linking, IKeyPrompt prompt, TextWriter output)
{
    private const string Actor = "console:local";

    /// <summary>Asks for both parts, checks and keeps them.</summary>
    public async Task<int> RunAsync(KeyUse use, CancellationToken ct)
    {
        if (prompt.Ask("Public id: ") is not { Length: > 0 } publicId || prompt.AskSecret("Secret (not shown): ") is not { IsEmpty: false } secret)
            return Refuse("Both parts of the key are needed, one line each.");
        try
        {
            return await linking.LinkAsync(use, new NumeraiKey(publicId, secret), Actor, ct) switch
            {
                LinkOutcome.Linked linked => Say(linked),
                LinkOutcome.Refused refused => Refuse(refused.Reason),
                _ => throw new InvalidOperationException("A key is linked or refused."),
            };
        }
        catch (Exception fault) when (fault is NumeraiUnavailableException or SecretsUnavailableException or StoreUnavailableException)
        {
            return Refuse(fault.Message);
        }
    }

    private int Say(LinkOutcome.Linked linked)
    {
        output.WriteLine($"{linked.Key.Use.Word} key {linked.Key.Masked} of the account {linked.Key.Username} linked. Scopes: {string.Join(", ", linked.Key.Scopes)}. Stored encrypted.");
        foreach (string warning in linked.Warnings)
            output.WriteLine($"Note: {warning}");
        if (linked.Key.Use == KeyUse.Reading)
            output.WriteLine("Staking: not possible with this key. stakebot link --staking links one for Legacy tournaments.");
        return ExitCode.Done;
    }

    private int Refuse(string reason)
    {
        output.WriteLine(reason);
        output.WriteLine("Nothing was kept.");
        return ExitCode.Refused;
    }
}
