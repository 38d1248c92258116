using System.Diagnostics;
using Rtemis.Load.Report;
using Rtemis.Load.Servers;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>What the server allocates for a frame once it is warm.</summary>
sealed class AllocationScenario : IScenario
{
    const int Connections = 16;

    // The smallest object takes 24 bytes: what is less is not made for a frame, but for what goes on besides.
    const double SmallestObject = 24;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    public string Name => "allocation";

    public IEnumerable<Figure> Run()
    {
        using var server = new ProbedServer();
        var connections = Enumerable.Range(0, Connections).Select(_ => server.Connect()).ToList();
        yield return Pings(server, connections);
        connections.ForEach(c => c.Dispose());
        yield return Chunks(server);
    }

    static Figure Pings(ProbedServer server, List<RawConnection> connections)
    {
        PingFlood.Run(connections, 1, WarmUp);
        var before = server.Allocated();
        var clock = Stopwatch.StartNew();
        var pings = PingFlood.Run(connections, 1, Time) * clock.Elapsed.TotalSeconds;
        var after = server.Allocated();
        var each = (after.Bytes - before.Bytes) / pings;
        return new(
            "allocation in the server for a ping and its answer", $"{each:0.0} bytes", "none a frame", each < SmallestObject,
            $"over {pings:#,0} pings on {connections.Count} connections; {after.Collections - before.Collections} collections");
    }

    static Figure Chunks(ProbedServer server)
    {
        const int Rounds = 5;
        using var connection = server.Attach("allocation", make: true);
        var upload = new Uploading(SampleData.OfBytes(64 << 20));
        var before = (Bytes: 0L, Collections: 0);
        for (var round = 0; round <= Rounds; round++)
        {
            if (round == 1) before = server.Allocated();
            var handle = upload.Upload(connection, new());
            connection.Call("data.delete", $$"""{"data_handle":"{{handle}}"}""");
        }
        var each = (server.Allocated().Bytes - before.Bytes) / (double)Rounds;
        return new(
            "allocation in the server for an upload of 64 MiB", $"{each / 1e3:#,0} kB",
            More: $"begin, 16 chunks, end and delete; mean of {Rounds} after one");
    }
}
