using Rtemis.Load.Report;
using Rtemis.Load.Servers;

namespace Rtemis.Load.Scenarios;

/// <summary>What the server's process holds after a table of 64 MB and three jobs.</summary>
sealed class MemoryScenario : IScenario
{
    const int GoalMegabytes = 150;

    public string Name => "memory";

    public IEnumerable<Figure> Run()
    {
        using var server = BuiltServer.Start();
        using var connection = server.Attach("memory", make: true);
        var handle = new Uploading(SampleData.OfBytes(64 << 20)).Upload(connection, new());
        connection.Call("data.describe", $$"""{"data_handle":"{{handle}}"}""");
        var job = Jobs.Run(connection, "train", handle, "\"algorithm\":\"GLM\"");
        connection.Send(Wire.ClientMessages.Request("job.result", $$"""{"job_id":"{{job}}","slice":"predictions"}"""));
        connection.SkipMessages(1);
        Jobs.Run(connection, "decomp", handle, "\"algorithm\":\"PCA\",\"hyperparameters\":{\"k\":3}");
        Jobs.Run(connection, "cluster", handle, "\"algorithm\":\"KMeans\",\"hyperparameters\":{\"k\":3}");
        var memory = ProcessMemory.Of(server.Id);
        yield return new(
            "memory of the server after a table of 64 MiB and three jobs", $"{memory.Own:0} MB", $"< {GoalMegabytes} MB",
            memory.Own < GoalMegabytes,
            $"its own (`RssAnon`); besides it has {memory.Mapped:0} MB of mapped files, the program's and tables', which the system takes " +
            "back as it likes. Also described, and `predictions` read; jobs: GLM, PCA, KMeans");
    }
}
