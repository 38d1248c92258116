namespace Rtemis.Engines;

/// <summary>What a job does.</summary>
public enum JobType
{
    /// <summary>Learns a supervised model: <c>train</c> on the wire.</summary>
    Train,

    /// <summary>Finds components: <c>decomp</c> on the wire.</summary>
    Decompose,

    /// <summary>Groups cases: <c>cluster</c> on the wire.</summary>
    Cluster,

    /// <summary>Applies a finished model to a table: <c>predict</c> on the wire.</summary>
    Predict,
}
