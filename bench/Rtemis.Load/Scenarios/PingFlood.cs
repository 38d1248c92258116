using System.Diagnostics;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>One thread that keeps pings under way on several connections.</summary>
static class PingFlood
{
    /// <summary>Answers a second.</summary>
    /// <param name="connections">The connections.</param>
    /// <param name="depth">Pings that are under way on each at a time.</param>
    /// <param name="time">How long.</param>
    public static double Run(IReadOnlyList<RawConnection> connections, int depth, TimeSpan time)
    {
        var pings = ClientMessages.Repeat(ClientMessages.Ping, depth);
        var answers = 0L;
        var clock = Stopwatch.StartNew();
        foreach (var connection in connections) connection.Send(pings);
        while (clock.Elapsed < time)
        {
            foreach (var connection in connections)
            {
                connection.SkipMessages(depth);
                connection.Send(pings);
                answers += depth;
            }
        }
        foreach (var connection in connections) connection.SkipMessages(depth);
        return (answers + depth * connections.Count) / clock.Elapsed.TotalSeconds;
    }
}
