using System.Diagnostics;
using Rtemis.Load.Report;
using Rtemis.Load.Servers;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>How soon a ping is answered while 64 connections upload, describe and delete tables without a pause.</summary>
sealed class BusyScenario : IScenario
{
    const int Uploaders = 64;
    static readonly TimeSpan Time = TimeSpan.FromSeconds(8);
    static readonly TimeSpan BetweenPings = TimeSpan.FromMilliseconds(2);

    public string Name => "busy";

    public IEnumerable<Figure> Run()
    {
        using var server = BuiltServer.Start();
        using var pinger = server.Connect();
        var table = ClientMessages.Request("data.upload", """{"name":"load"}""", SampleData.Arrow(SampleData.Random(20_000, 10)));
        var connections = Enumerable.Range(0, Uploaders).Select(i => server.Attach($"busy{i}", make: true)).ToList();
        var uploads = 0;
        var clock = Stopwatch.StartNew();
        var threads = connections.ConvertAll(c => new Thread(() =>
        {
            while (clock.Elapsed < Time)
            {
                Use(c, table);
                Interlocked.Increment(ref uploads);
            }
        }));
        threads.ForEach(t => t.Start());
        var times = new Sample();
        while (clock.Elapsed < Time)
        {
            times.Time(() =>
            {
                pinger.Send(ClientMessages.Ping);
                pinger.SkipMessages(1);
            });
            Thread.Sleep(BetweenPings);
        }
        threads.ForEach(t => t.Join());
        connections.ForEach(c => c.Dispose());
        yield return new(
            $"ping while {Uploaders} connections upload", $"{times.Median:0.0} ms",
            More: $"{times.Percentiles()}; meanwhile " +
            $"{uploads / clock.Elapsed.TotalSeconds:0} tables of {table.Length / 1e6:0.0} MB a second uploaded, described and deleted");
    }

    static void Use(RawConnection connection, byte[] upload)
    {
        connection.Send(upload);
        var handle = connection.Result().GetProperty("data_handle").GetString();
        connection.Call("data.describe", $$"""{"data_handle":"{{handle}}"}""");
        connection.Call("data.delete", $$"""{"data_handle":"{{handle}}"}""");
    }
}
