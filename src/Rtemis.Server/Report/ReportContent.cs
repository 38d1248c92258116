using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Report;

/// <summary>What a report tells: a complete job and its result.</summary>
/// <param name="Job">The job, as the list of jobs has it.</param>
/// <param name="Documents">The documents of its result by name; <c>raw</c> is left out.</param>
/// <param name="Tables">The tables of its result by name.</param>
/// <param name="WrittenAt">When the report is written.</param>
sealed record ReportContent(
    JobSummary Job, IReadOnlyDictionary<string, JsonNode> Documents, IReadOnlyDictionary<string, ResultTable> Tables, DateTimeOffset WrittenAt)
{
    /// <summary>The job whose model was applied, where the job is a prediction and it is known.</summary>
    public JobSummary? Model { get; init; }

    /// <summary>
    /// The table that the job was made of, for the points of a decomposition or of clusters; some of its columns and rows go into the report. Null to send
    /// none of it.
    /// </summary>
    public Table? Input { get; init; }

    /// <summary>The content of a result's folder.</summary>
    /// <exception cref="IOException">A file of it can't be read.</exception>
    /// <exception cref="System.Text.Json.JsonException">A document of it is damaged.</exception>
    /// <exception cref="ArrowFormatException">A table of it is damaged.</exception>
    public static ReportContent Of(JobSummary job, ResultFolder result, DateTimeOffset writtenAt)
    {
        var documents = new Dictionary<string, JsonNode>();
        foreach (var name in ResultSlices.Documents)
            if (result.DocumentPath(name) is { } path && JsonNode.Parse(File.ReadAllBytes(path)) is { } document) documents.Add(name, document);
        var tables = new Dictionary<string, ResultTable>();
        foreach (var name in ResultSlices.Tables)
            if (result.Table(name) is { } table) tables.Add(name, new(Read(table), table.Extra));
        return new(job, documents, tables, writtenAt);
    }

    static Table Read(TablePointer table) => table.Path is { } path ? ArrowStreamReader.Read(File.ReadAllBytes(path)) : new Table([], 0);
}
