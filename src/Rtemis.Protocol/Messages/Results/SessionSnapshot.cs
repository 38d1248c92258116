namespace Rtemis.Protocol.Messages;

/// <summary>A session with all that it holds.</summary>
/// <param name="SessionId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was created, ISO 8601 UTC.</param>
/// <param name="LastSeen">When it was last used.</param>
/// <param name="NConnections">How many connections are attached.</param>
/// <param name="Jobs">Its jobs, oldest first.</param>
/// <param name="Data">Its tables, oldest first.</param>
public sealed record SessionSnapshot(
    string SessionId,
    string Name,
    string Created,
    string LastSeen,
    int NConnections,
    IReadOnlyList<SnapshotJob> Jobs,
    IReadOnlyList<DataEntry> Data);
