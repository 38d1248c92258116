using Rtemis.Load.Report;
using Rtemis.Load.Servers;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>How soon the predictions of 100,000 rows are here.</summary>
sealed class SliceScenario : IScenario
{
    const int Rows = 100_000;
    const int Rounds = 60;
    const double Goal = 15;

    public string Name => "slice";

    public IEnumerable<Figure> Run()
    {
        using var server = BuiltServer.Start();
        using var connection = server.Attach("slice", make: true);
        var handle = Jobs.Upload(connection, SampleData.Arrow(SampleData.Random(Rows, 6)));
        var job = Jobs.Run(connection, "train", handle, "\"algorithm\":\"GLM\"");
        var request = ClientMessages.Request("job.result", $$"""{"job_id":"{{job}}","slice":"predictions"}""");
        var times = new Sample();
        var bytes = 0;
        for (var round = 0; round < Rounds; round++)
        {
            times.Time(() =>
            {
                connection.Send(request);
                bytes = connection.Receive().Length;
            });
        }
        yield return new(
            "slice `predictions` of 100,000 rows", $"{times.Median:0.0} ms",
            $"< {Goal} ms (median)", times.Median < Goal,
            $"{bytes / 1e6:0.0} MB; {times.Percentiles()}");
    }
}
