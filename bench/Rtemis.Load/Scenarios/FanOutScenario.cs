using System.Diagnostics;
using System.Globalization;
using Rtemis.Load.Report;
using Rtemis.Load.Servers;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>
/// How soon a progress event of a daemon is on 100 connections. One thread reads them in order: what waits for its turn counts as not there yet.
/// </summary>
sealed class FanOutScenario : IScenario
{
    const int Connections = 100;
    const double Goal = 10;

    public string Name => "fan-out";

    public IEnumerable<Figure> Run()
    {
        using var server = new ProbedServer();
        using var submitter = server.Attach("fan-out", make: true);
        var handle = Jobs.Upload(submitter, SampleData.Arrow(SampleData.Random(100, 4)));
        var connections = Enumerable.Range(0, Connections).Select(_ => server.Attach("fan-out")).ToList();
        submitter.Call("cluster", $$$"""{"data_handle":"{{{handle}}}","algorithm":"KMeans","hyperparameters":{"k":3}}""");

        var times = new Sample();
        for (var i = 0; i < StampingDaemon.WarmUp + StampingDaemon.Steady; i++)
        {
            if (i == StampingDaemon.WarmUp) times = new Sample();
            foreach (var connection in connections) times.Add(Age(connection));
        }
        var first = 0L;
        for (var i = 0; i < StampingDaemon.Burst; i++)
            foreach (var connection in connections)
            {
                var stamp = Stamp(connection);
                if (first == 0) first = stamp;
            }
        var burst = StampingDaemon.Burst * Connections / Stopwatch.GetElapsedTime(first).TotalSeconds;
        connections.ForEach(c => c.Dispose());

        yield return new(
            $"event from a daemon to {Connections} connections", $"{times.At(0.99):0.0} ms",
            $"< {Goal} ms (p99)", times.At(0.99) < Goal,
            $"from the daemon's write to each connection's read, {1000 / StampingDaemon.Pace.TotalMilliseconds:0} events a second; {times.Percentiles()}");
        yield return new(
            $"events to {Connections} connections, all at once", $"{burst:#,0} /s",
            More: $"frames on the wire; {StampingDaemon.Burst} events without a pause, from the first one's stamp to the last one's arrival");
    }

    static TimeSpan Age(RawConnection connection) => Stopwatch.GetElapsedTime(Stamp(connection));

    static long Stamp(RawConnection connection)
    {
        while (true)
        {
            var message = connection.Receive();
            const string Before = "\"message\":\"";
            var at = message.IndexOf("\"message\":\""u8);
            if (at < 0) continue;
            var digits = message[(at + Before.Length)..];
            return long.Parse(digits[..digits.IndexOf((byte)'"')], CultureInfo.InvariantCulture);
        }
    }
}
