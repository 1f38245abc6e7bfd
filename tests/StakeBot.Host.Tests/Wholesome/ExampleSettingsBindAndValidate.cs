using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Web;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Wholesome;

public sealed class ExampleSettingsBindAndValidate
{
    [Fact]
    public void The_example_settings_are_valid_and_are_the_defaults()
    {
        using ServiceProvider services = Services(new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.example.json")).Build());

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(new WebOptions(), services.GetRequiredService<IOptions<WebOptions>>().Value);
        Assert.Equal(new StoreOptions().Folder, services.GetRequiredService<IOptions<StoreOptions>>().Value.Folder);
    }

    [Fact]
    public void A_platform_that_is_configured_half_is_an_error_with_all_its_faults_at_once()
    {
        using ServiceProvider services = Services(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Telegram:OwnerId"] = "ana", ["Discord:OwnerId"] = "ben#1", ["Web:Port"] = "99999" })
            .Build());

        Exception error = Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate);

        string all = error.ToString();
        Assert.Contains("Telegram:Token is missing", all, StringComparison.Ordinal);
        Assert.Contains("Telegram:OwnerId is no number", all, StringComparison.Ordinal);
        Assert.Contains("Discord:OwnerId is no number", all, StringComparison.Ordinal);
        Assert.Contains("Web:Port", all, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(IConfiguration configuration) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(configuration)
        .AddStakeBot(new DataSource.Simulated())
        .AddSurfaces()
        .BuildServiceProvider();
}
