using Microsoft.Extensions.DependencyInjection;
using Rtemis.Server.Security;

namespace Rtemis.Server.Tests;

/// <summary>One server for all tests of a class, to which any number of wrong tokens may be shown: it never holds its answers back.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal RunningServer Server { get; private set; } = null!;

    internal int Port => Server.Port;

    public async ValueTask InitializeAsync() =>
        Server = await RunningServer.StartAsync(configure: services => services.AddSingleton(new WrongTokenThrottle(new ForgetfulClock())));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    // An hour goes by between any two looks.
    sealed class ForgetfulClock : TimeProvider
    {
        long _hours;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 3600 * Interlocked.Increment(ref _hours);
    }
}
