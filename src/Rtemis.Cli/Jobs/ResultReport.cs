using Rtemis.Cli.Tables;
using Rtemis.Server.Report;

namespace Rtemis.Cli.Jobs;

/// <summary>A result as a folder for people: the slices, each table as CSV, and <c>report.html</c>.</summary>
static class ResultReport
{
    /// <summary>Writes it.</summary>
    /// <returns>What a person should know was written, a line each.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(string folder, FinishedJob finished, NamedTable table, CancellationToken cancellation)
    {
        SavedJob.Write(folder, finished);
        foreach (var (name, slice) in finished.Result.Tables)
        {
            if (slice.Table.Columns.Count == 0) continue;
            await using var csv = File.Create(Path.Combine(folder, name + ".csv"));
            TableFormat.Write(slice.Table, "csv", csv, cancellation);
        }
        if (ReportTemplate.MissingReason() is { } reason) return [folder, $"no report.html: {reason}"];
        var report = Path.Combine(folder, "report.html");
        await using var html = File.Create(report);
        var content = new ReportContent(finished.Job, finished.Result.Documents, finished.Result.Tables, TimeProvider.System.GetUtcNow())
        {
            Model = finished.Model,
            Input = table.Table,
        };
        await new ReportWriter(ReportTemplate.Embedded()).WriteAsync(html, content, cancellation).ConfigureAwait(false);
        return [folder, report];
    }
}
