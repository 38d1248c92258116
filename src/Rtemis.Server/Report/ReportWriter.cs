using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Report;

/// <summary>
/// Writes reports: one HTML file each, with a job's results and all that shows them. It needs no network and no server.
/// </summary>
/// <param name="template">What the reports are made of.</param>
sealed class ReportWriter(ReportTemplate template)
{
    const int Format = 1;
    const int LargestDocument = 4 << 20;
    static readonly string[] DocumentNames = ["summary", "metrics", "record"];

    /// <summary>Writes a report.</summary>
    /// <param name="to">Where to; it stays open.</param>
    /// <param name="content">What the report tells.</param>
    /// <param name="cancellation">Breaks the writing off.</param>
    /// <exception cref="IOException">The stream can't be written.</exception>
    public async Task WriteAsync(Stream to, ReportContent content, CancellationToken cancellation)
    {
        await to.WriteAsync(template.Head(Title(content.Job)), cancellation).ConfigureAwait(false);
        // The writer's own encoder: it leaves no sign in a text that could end the element or mean anything in HTML.
        await using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("written_at", content.WrittenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("server_version", ServerVersion.Text);
            WriteJob(json, "job", content.Job);
            WriteJob(json, "model", content.Model);
            WriteDocuments(json, content.Documents);
            var tables = ReportTables.Of(content);
            json.WriteStartObject("tables");
            foreach (var (name, table) in tables.Slices)
            {
                WriteTable(json, name, table);
                await json.FlushAsync(cancellation).ConfigureAwait(false);
            }
            json.WriteEndObject();
            WriteTable(json, "input", tables.Input);
            json.WriteEndObject();
            await json.FlushAsync(cancellation).ConfigureAwait(false);
        }
        await to.WriteAsync(template.Tail(), cancellation).ConfigureAwait(false);
    }

    static string Title(JobSummary job) => job.DataName is { } table ? $"{job.Algorithm ?? job.Type} on {table}" : job.Algorithm ?? job.Type;

    static void WriteJob(Utf8JsonWriter json, string name, JobSummary? job)
    {
        json.WritePropertyName(name);
        if (job is null) json.WriteNullValue();
        else JsonSerializer.Serialize(json, job, ProtocolJson.Default.JobSummary);
    }

    static void WriteDocuments(Utf8JsonWriter json, IReadOnlyDictionary<string, JsonNode> documents)
    {
        json.WriteStartObject("documents");
        foreach (var name in DocumentNames)
        {
            if (!documents.TryGetValue(name, out var document)) continue;
            json.WritePropertyName(name);
            var bytes = Measured(document);
            if (bytes <= LargestDocument) document.WriteTo(json);
            else new JsonObject { ["available"] = false, ["reason"] = "too_large", ["bytes"] = bytes }.WriteTo(json);
        }
        json.WriteEndObject();
    }

    static long Measured(JsonNode document)
    {
        using var measure = new Utf8JsonWriter(Stream.Null);
        document.WriteTo(measure);
        return measure.BytesCommitted + measure.BytesPending;
    }

    static void WriteTable(Utf8JsonWriter json, string name, ReportTable? table)
    {
        json.WritePropertyName(name);
        if (table is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("kept", table.Table.Rows);
        json.WriteString("taken", table.Taken);
        json.WriteStartArray("columns");
        foreach (var column in table.Table.Columns) json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WritePropertyName("stream");
        if (table.Table.Columns.Count > 0 && table.Table.Rows > 0) json.WriteBase64StringValue(ArrowOf(table.Table));
        else json.WriteNullValue();
        json.WritePropertyName("extra");
        if (table.Extra is { } extra) extra.WriteTo(json);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    static ReadOnlySpan<byte> ArrowOf(Table table)
    {
        var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        return stream.GetBuffer().AsSpan(0, (int)stream.Length);
    }
}
