using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Learning.Training;

namespace Rtemis.Engines;

/// <summary>The slices of one finished job: JSON documents by name and tables by name. <c>ResultFolder</c> writes and reads it.</summary>
/// <param name="Documents"><c>summary</c>, <c>raw</c>, <c>record</c> and for supervised jobs <c>metrics</c>.</param>
/// <param name="Tables">The table slices of the job's type; a table of no columns is a slice with nothing to show.</param>
public sealed record ResultBundle(IReadOnlyDictionary<string, JsonNode> Documents, IReadOnlyDictionary<string, ResultTable> Tables)
{
    /// <summary>The model that can be applied to new tables, or null where the job made none.</summary>
    public TrainedModel? Model { get; init; }

    /// <summary>A file of R with the result as an object of rtemis, which the folder takes over; null where no R made it.</summary>
    public string? RObject { get; init; }

    /// <summary>Whether that object can be applied to new tables.</summary>
    public bool PredictsByRObject { get; init; }
}

/// <summary>A table slice.</summary>
/// <param name="Table">The rows.</param>
/// <param name="Extra">Further fields of the answer that points to it, e.g. the timeline's <c>colors</c>; null for none.</param>
public sealed record ResultTable(Table Table, JsonObject? Extra = null);
