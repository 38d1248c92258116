using System.Diagnostics;
using Rtemis.Load.Report;
using Rtemis.Load.Servers;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>How fast tables of several sizes become handles.</summary>
sealed class UploadScenario : IScenario
{
    const int WarmUp = 40;
    const int Rounds = 6;
    const int Goal = 500;
    static readonly int[] Megabytes = [1, 16, 64, 256];

    public string Name => "uploads";

    public IEnumerable<Figure> Run()
    {
        using var server = BuiltServer.Start();
        using var connection = server.Attach("uploads", make: true);
        var small = new Uploading(SampleData.OfBytes(Megabytes[0] << 20));
        for (var round = 0; round < WarmUp; round++) Measure(connection, small);
        foreach (var megabytes in Megabytes)
        {
            var upload = new Uploading(SampleData.OfBytes(megabytes << 20));
            var times = new Sample();
            for (var round = 0; round < Rounds; round++) times.Add(Measure(connection, upload));
            yield return Speed(megabytes, times);
        }
    }

    static TimeSpan Measure(RawConnection connection, Uploading upload)
    {
        var clock = new Stopwatch();
        var handle = upload.Upload(connection, clock);
        connection.Call("data.delete", $$"""{"data_handle":"{{handle}}"}""");
        return clock.Elapsed;
    }

    static Figure Speed(int megabytes, Sample times)
    {
        double PerSecond(double milliseconds) => megabytes * (1 << 20) / 1e3 / milliseconds;
        var best = PerSecond(times.Best);
        return new(
            $"upload of {megabytes} MiB to a parsed handle", $"{best:0} MB/s", $"> {Goal} MB/s", best > Goal,
            $"best of {times.Count}; median {PerSecond(times.Median):0}; chunks of {Uploading.ChunkBytes >> 20} MiB, none waits for the answer to the last");
    }
}
