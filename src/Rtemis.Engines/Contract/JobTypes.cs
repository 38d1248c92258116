namespace Rtemis.Engines;

/// <summary>Job types as the wire, and the daemons, name them: like the methods that submit them.</summary>
public static class JobTypes
{
    /// <summary>The name, e.g. <c>train</c>.</summary>
    public static string Name(JobType type) => type switch
    {
        JobType.Train => "train",
        JobType.Decompose => "decomp",
        JobType.Cluster => "cluster",
        _ => "predict",
    };
}
