using StakeBot.Adapters.Secrets;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Verbs;

public sealed class KeysVerbTests
{
    [Fact]
    public async Task A_master_key_is_made_for_its_owner_and_never_replaced_or_shown()
    {
        string file = Path.Combine(ScratchFolder.New(), "kek");

        Stakebot.Ended made = await Stakebot.RunAsync("keys", "new", file);
        Stakebot.Ended again = await Stakebot.RunAsync("keys", "new", file);

        Assert.Equal((0, 1), (made.ExitCode, again.ExitCode));
        MasterKey key = MasterKeyFile.Read(file, ownerOnly: true);
        Assert.Contains($"the master key {key.Id}", made.Output, StringComparison.Ordinal);
        Assert.Contains("is never replaced", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Export(), made.Output + made.Error + again.Output + again.Error, StringComparison.Ordinal);
    }
}
