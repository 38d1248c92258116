using System.Text.Json;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>The result of a complete job. Documents are JSON, tables are tables; one without columns where there is nothing to show.</summary>
public sealed class JobResults
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly ServerLine _line;
    readonly string _job;

    internal JobResults(ServerLine line, string job) => (_line, _job) = (line, job);

    /// <summary>What the result is, in short.</summary>
    public Task<JsonElement> SummaryAsync(CancellationToken cancellation = default) => DocumentAsync(ResultSlices.Summary, cancellation);

    /// <summary>How good it is.</summary>
    public Task<JsonElement> MetricsAsync(CancellationToken cancellation = default) => DocumentAsync(ResultSlices.Metrics, cancellation);

    /// <summary>How it came about.</summary>
    public Task<JsonElement> RecordAsync(CancellationToken cancellation = default) => DocumentAsync(ResultSlices.Record, cancellation);

    /// <summary>What is predicted, with probabilities.</summary>
    public Task<Table> PredictionsAsync(CancellationToken cancellation = default) => TableAsync(ResultSlices.Predictions, cancellation);

    /// <summary>What the model looks at.</summary>
    public Task<Table> VariableImportanceAsync(CancellationToken cancellation = default) => TableAsync(ResultSlices.VariableImportance, cancellation);

    /// <summary>ROC curves of a classification.</summary>
    public Task<Table> RocAsync(CancellationToken cancellation = default) => TableAsync(ResultSlices.Roc, cancellation);

    /// <summary>When each step ran.</summary>
    public Task<Table> TimelineAsync(CancellationToken cancellation = default) => TableAsync(ResultSlices.Timeline, cancellation);

    /// <summary>A decomposition's scores, a column a component.</summary>
    public Task<Table> TransformedAsync(CancellationToken cancellation = default) => TableAsync(ResultSlices.Transformed, cancellation);

    /// <summary>A decomposition's loadings.</summary>
    public Task<Table> LoadingsAsync(CancellationToken cancellation = default) => TableAsync(ResultSlices.Loadings, cancellation);

    /// <summary>The cluster of each case, from 1.</summary>
    public Task<Table> AssignmentsAsync(CancellationToken cancellation = default) => TableAsync(ResultSlices.Assignments, cancellation);

    /// <summary>A document, one of <see cref="ResultSlices"/>.</summary>
    /// <exception cref="ServerErrorException">The job is not complete, or its result has no such document.</exception>
    /// <exception cref="DocumentTooLargeException">It is larger than an answer can be.</exception>
    public async Task<JsonElement> DocumentAsync(string slice, CancellationToken cancellation = default)
    {
        var response = await ReadAsync(new JobResultParams(_job, slice), cancellation).ConfigureAwait(false);
        if (response.Payload is { } payload)
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.Clone();
        }
        if (response.Result.ValueKind == JsonValueKind.Object && response.Result.TryGetProperty("available", out var available)
            && available.ValueKind == JsonValueKind.False && response.Result.TryGetProperty("bytes", out var bytes))
            throw new DocumentTooLargeException(slice, bytes.GetInt64());
        return response.Result;
    }

    /// <summary>A table, one of <see cref="ResultSlices"/>.</summary>
    /// <exception cref="ServerErrorException">The job is not complete, or its result has no such table.</exception>
    public async Task<Table> TableAsync(string slice, CancellationToken cancellation = default) =>
        TablePage.TableOf(await ReadAsync(new JobResultParams(_job, slice), cancellation).ConfigureAwait(false));

    /// <summary>A part of a table.</summary>
    /// <inheritdoc cref="TableAsync"/>
    public async Task<TablePage> PageAsync(string slice, TablePart part, CancellationToken cancellation = default) => TablePage.Of(
        await ReadAsync(new JobResultParams(_job, slice, part.OffsetJson, part.LimitJson, part.Columns, part.Sort), cancellation).ConfigureAwait(false));

    /// <summary>Has it written as an <c>.rds</c> file on the server's machine, for R; a file of that name is replaced.</summary>
    /// <param name="dir">The folder, one that the server may save to; made if it is missing.</param>
    /// <param name="fileName">The file's name; null for one made of type and job.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    public Task<JobSaveResult> SaveAsync(string dir, string? fileName = null, CancellationToken cancellation = default) =>
        _line.CallAsync(Methods.JobSave, new JobSaveParams(_job, dir, fileName), Json.JobSaveParams, Json.JobSaveResult, cancellation);

    Task<Response> ReadAsync(JobResultParams parameters, CancellationToken cancellation) =>
        _line.CallAsync(Methods.JobResult, parameters, Json.JobResultParams, null, cancellation);
}
