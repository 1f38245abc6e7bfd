using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Web.Endpoints;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task All_is_well_until_a_part_says_otherwise()
    {
        Part part = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IHealth>(part);
        await using WebApplication app = builder.Build();
        HealthEndpoint.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using HttpClient watcher = new() { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal("""{"status":"ok"}""", await watcher.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
        part.Trouble = "It does not hear.";
        Assert.Equal("""{"status":"degraded","troubles":["It does not hear."]}""", await watcher.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }

    private sealed class Part : IHealth
    {
        public string? Trouble { get; set; }
    }
}
