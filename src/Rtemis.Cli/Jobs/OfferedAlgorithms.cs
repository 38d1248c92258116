using Rtemis.Client;
using Rtemis.Engines;
using Rtemis.Engines.Native;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Handlers;

namespace Rtemis.Cli.Jobs;

/// <summary>An algorithm that can be asked for.</summary>
/// <param name="Task">The command that takes it: <c>train</c>, <c>decomp</c> or <c>cluster</c>.</param>
/// <param name="Summary">What it is.</param>
/// <param name="DescribeAsync">Gives its options.</param>
sealed record OfferedAlgorithm(string Task, AlgorithmSummary Summary, Func<CancellationToken, Task<AlgorithmDescription>> DescribeAsync);

/// <summary>All that can be asked for.</summary>
static class OfferedAlgorithms
{
    static readonly string Train = JobTypes.Name(JobType.Train);
    static readonly string Decompose = JobTypes.Name(JobType.Decompose);
    static readonly string Cluster = JobTypes.Name(JobType.Cluster);

    /// <summary>In this process.</summary>
    public static IReadOnlyList<OfferedAlgorithm> Here()
    {
        var catalog = new NativeEngine().Catalog;
        return
        [
            .. CatalogMessages.Algorithms(catalog).Zip(catalog.Algorithms, (s, e) => Known(Train, s, () => CatalogMessages.Describe(e))),
            .. CatalogMessages.Decompositions(catalog).Zip(catalog.Decompositions, (s, e) => Known(Decompose, s, () => CatalogMessages.Describe(e))),
            .. CatalogMessages.Clusterings(catalog).Zip(catalog.Clusterings, (s, e) => Known(Cluster, s, () => CatalogMessages.Describe(e))),
        ];
    }

    /// <summary>On a server.</summary>
    public static async Task<IReadOnlyList<OfferedAlgorithm>> OfAsync(RtemisCatalog catalog, string? engine, CancellationToken cancellation)
    {
        var supervised = await catalog.AlgorithmsAsync(engine, cancellation).ConfigureAwait(false);
        var decompositions = await catalog.DecompositionsAsync(engine, cancellation).ConfigureAwait(false);
        var clusterings = await catalog.ClusteringsAsync(engine, cancellation).ConfigureAwait(false);
        return
        [
            .. supervised.Select(a => new OfferedAlgorithm(Train, a, stop => catalog.DescribeAlgorithmAsync(a.Name, engine, stop))),
            .. decompositions.Select(a => new OfferedAlgorithm(Decompose, a, stop => catalog.DescribeDecompositionAsync(a.Name, engine, stop))),
            .. clusterings.Select(a => new OfferedAlgorithm(Cluster, a, stop => catalog.DescribeClusteringAsync(a.Name, engine, stop))),
        ];
    }

    // A list is asked for more often than the options of one: those are put together when they are.
    static OfferedAlgorithm Known(string task, AlgorithmSummary summary, Func<AlgorithmDescription> describe) =>
        new(task, summary, _ => Task.FromResult(describe()));
}
