using Rtemis.Server;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRtemisServer();

var app = builder.Build();
app.MapGet("/", () => "An application of its own. Machine learning is at /rtemis.");
app.MapRtemisServer("/rtemis");

// An address that lets a browser in, for whoever sees this terminal.
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"open {app.Services.GetRequiredService<PageLinks>().New()}"));
app.Run();
