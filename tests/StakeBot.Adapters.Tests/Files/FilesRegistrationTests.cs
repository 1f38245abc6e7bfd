using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Files;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class FilesRegistrationTests
{
    [Fact]
    public void The_payout_history_is_one_and_is_read_when_it_is_asked_for()
    {
        using ServiceProvider services = new ServiceCollection().AddFiles().BuildServiceProvider();

        // This test's own folder has no config/tournaments.json: the host's has.
        string place = Path.Combine(AppContext.BaseDirectory, "config", "tournaments.json");
        Assert.Contains(place, Assert.Throws<TournamentsFileException>(services.GetRequiredService<PayoutHistory>).Message, StringComparison.Ordinal);
        Assert.All(new ServiceCollection().AddFiles(), service => Assert.Equal(ServiceLifetime.Singleton, service.Lifetime));
    }

    [Fact]
    public void The_policies_are_read_from_the_folder_beside_the_program()
    {
        using ServiceProvider services = new ServiceCollection().AddFiles().BuildServiceProvider();

        string place = Path.Combine(AppContext.BaseDirectory, "config", "policies");
        Assert.Contains(place, Assert.Throws<PoliciesFolderException>(services.GetRequiredService<PolicyBook>).Message, StringComparison.Ordinal);
    }
}
