using System.Diagnostics;
using Rtemis.Load.Report;
using Rtemis.Load.Servers;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>How many pings are answered a second, and how soon one is.</summary>
sealed class PingScenario : IScenario
{
    const int Connections = 16;
    const int Depth = 8;
    const int Rounds = 5;
    const int RateGoal = 40_000;
    const double MedianGoal = 0.15;
    static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(1);

    public string Name => "pings";

    public IEnumerable<Figure> Run()
    {
        using var server = BuiltServer.Start();
        var connections = Enumerable.Range(0, Connections).Select(_ => server.Connect()).ToList();
        PingFlood.Run(connections, 1, 2 * RoundTime);
        PingFlood.Run(connections, Depth, 2 * RoundTime);
        // By turns, so that what else the machine does meets both.
        var (single, deep) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < Rounds; round++)
        {
            single.Add(Measure(server, connections, 1));
            deep.Add(Measure(server, connections, Depth));
        }
        yield return Rate($"pings, {Connections} connections, {Depth} deep", deep);
        yield return Rate($"pings, {Connections} connections, one at a time on each", single);
        yield return Latency(connections[0]);
        connections.ForEach(c => c.Dispose());
    }

    static Round Measure(BuiltServer server, List<RawConnection> connections, int depth)
    {
        var before = server.ProcessorTime;
        var clock = Stopwatch.StartNew();
        var rate = PingFlood.Run(connections, depth, RoundTime);
        return new(rate, (server.ProcessorTime - before) / (rate * clock.Elapsed.TotalSeconds));
    }

    static Figure Rate(string what, List<Round> rounds)
    {
        var best = rounds.Max(r => r.PerSecond);
        return new(
            what, $"{best:#,0} /s", $"> {RateGoal:#,0} /s", best > RateGoal,
            $"best of {rounds.Count} seconds; median {rounds.Select(r => r.PerSecond).Order().ElementAt(rounds.Count / 2):#,0}; " +
            $"{rounds.Min(r => r.Processor.TotalMicroseconds):0.0} µs of the server's processor time each");
    }

    static Figure Latency(RawConnection connection)
    {
        var times = new Sample();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < 3 * RoundTime;)
        {
            times.Time(() =>
            {
                connection.Send(ClientMessages.Ping);
                connection.SkipMessages(1);
            });
        }
        return new(
            "ping, one at a time", $"{times.Median:0.000} ms",
            $"< {MedianGoal} ms (median)", times.Median < MedianGoal, times.Percentiles());
    }

    readonly record struct Round(double PerSecond, TimeSpan Processor);
}
