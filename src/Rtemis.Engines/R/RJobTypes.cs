namespace Rtemis.Engines.R;

/// <summary>Job types as the R daemon knows them.</summary>
static class RJobTypes
{
    public static string Name(JobType type) => type switch
    {
        JobType.Train => "train",
        JobType.Decompose => "decomp",
        JobType.Cluster => "cluster",
        _ => "predict",
    };
}
