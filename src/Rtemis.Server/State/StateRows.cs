using System.Text.Json.Serialization;
using Rtemis.Engines;
using Rtemis.Protocol;

namespace Rtemis.Server.State;

/// <summary>A session as the database has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was made.</param>
/// <param name="LastSeen">When somebody last used it, as far as it was written.</param>
/// <param name="LastTaken">The last event that was sent to anybody, or null while somebody is attached.</param>
sealed record SessionRow(string Id, string Name, DateTimeOffset Created, DateTimeOffset LastSeen, long? LastTaken);

/// <summary>A table.</summary>
/// <param name="Id">Its handle.</param>
/// <param name="Session">Whose it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns' names.</param>
/// <param name="Digest">Of its file.</param>
/// <param name="Number">Its place among the tables: the greater, the later it came.</param>
/// <param name="Deleted">Whether it is there only for jobs that still need it.</param>
sealed record TableRow(
    string Id, string Session, string Name, int Rows, IReadOnlyList<string> Columns, FileDigest Digest, long Number, bool Deleted = false);

/// <summary>An upload in progress.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Session">Whose it is.</param>
/// <param name="Name">The table's name.</param>
/// <param name="TotalBytes">The bytes that were announced.</param>
/// <param name="Chunks">The chunks that were announced.</param>
sealed record UploadRow(string Id, string Session, string Name, long TotalBytes, int Chunks);

/// <summary>A chunk that has come.</summary>
/// <param name="Upload">Whose it is.</param>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Offset">Where it lies in the upload's file.</param>
/// <param name="Digest">Of its bytes.</param>
sealed record ChunkRow(string Upload, int Index, long Offset, FileDigest Digest);

/// <summary>A job.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Session">Whose it is.</param>
/// <param name="Number">Its place among the jobs: the greater, the later it was submitted.</param>
/// <param name="Spec">What is to be done.</param>
/// <param name="Submitted">When it was submitted.</param>
/// <param name="Status">Its status on the wire.</param>
sealed record JobRow(string Id, string Session, long Number, JobSpec Spec, DateTimeOffset Submitted, string Status)
{
    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Completed { get; init; }

    public string? Stage { get; init; }

    public double? Fraction { get; init; }

    public string? LastMessage { get; init; }

    public ErrorBody? Error { get; init; }

    /// <summary>Of the list of a complete job's files.</summary>
    public FileDigest? Result { get; init; }

    /// <summary>How often a server's end cut it short.</summary>
    public int Interruptions { get; init; }

    /// <summary>Whether it is there only for jobs that still need its result.</summary>
    public bool Discarded { get; init; }
}

/// <summary>A session's event.</summary>
sealed record EventRow(string Session, long Seq, byte[] Frame);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionRow))]
[JsonSerializable(typeof(TableRow))]
[JsonSerializable(typeof(UploadRow))]
[JsonSerializable(typeof(JobRow))]
sealed partial class StateJson : JsonSerializerContext;
