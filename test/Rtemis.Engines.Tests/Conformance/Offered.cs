using Rtemis.Engines.Native;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>The recorded jobs that the engine says it can run: all that have their algorithm in its catalogue.</summary>
static class Offered
{
    public static IEnumerable<string> Jobs(string prefix) => GoldenFile.Jobs(prefix).Where(name => IsOffered(GoldenJob.Read(name)));

    static bool IsOffered(GoldenJob job)
    {
        var engine = new NativeEngine();
        var name = job.Parameters.GetProperty("algorithm").GetString();
        var known = job.Type switch
        {
            JobType.Train => engine.Catalog.Algorithms.Any(a => a.Name == name),
            JobType.Decompose => engine.Catalog.Decompositions.Any(a => a.Name == name),
            _ => engine.Catalog.Clusterings.Any(a => a.Name == name),
        };
        // What was refused for its algorithm has no known one.
        return known || (job.Error is not null && name is "Nope" or "XXX");
    }
}
