namespace Rtemis.Protocol;

/// <summary>What a header says of the payload that follows it.</summary>
/// <param name="Format"><c>arrow-ipc</c> or <c>json</c>.</param>
/// <param name="Bytes">Its length.</param>
public readonly record struct PayloadInfo(string Format, long Bytes)
{
    /// <summary>The format of a table: an Arrow IPC stream.</summary>
    public const string ArrowIpc = "arrow-ipc";

    /// <summary>The format of a document that is too large for a header.</summary>
    public const string Json = "json";
}
