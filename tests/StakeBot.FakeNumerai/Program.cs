using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Control;

// dotnet run --project tests/StakeBot.FakeNumerai -- --port 5099 [--capture FILE] [--pending replace|add|refuse] [--limits false]
IConfiguration arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
MovableTime time = new();
FakeNumeraiSettings settings = new()
{
    Time = time,
    Port = arguments.GetValue("port", 0),
    CaptureFile = arguments["capture"],
    Pending = arguments.GetValue("pending", PendingMode.Replace),
    EnforcesLimits = arguments.GetValue("limits", true),
};
await using FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(settings, (fake, routes) => ControlEndpoint.Map(fake, routes, time), CancellationToken.None);
Console.WriteLine($"A fake Numerai listens on {server.Address}");
foreach (FakeToken token in settings.Tokens)
    Console.WriteLine($"Key '{token.Name}': {token.PublicId} {token.Secret}");
await server.WaitAsync(CancellationToken.None);
