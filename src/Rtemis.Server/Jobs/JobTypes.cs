using Rtemis.Engines;
using Rtemis.Protocol;

namespace Rtemis.Server.Jobs;

/// <summary>Job types as the wire names them: like the methods that submit them.</summary>
static class JobTypes
{
    public static string Name(JobType type) => type switch
    {
        JobType.Train => Methods.Train,
        JobType.Decompose => Methods.Decomp,
        JobType.Cluster => Methods.Cluster,
        _ => Methods.Predict,
    };
}
