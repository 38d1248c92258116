namespace Rtemis.Protocol.Messages;

/// <summary>A session in a list.</summary>
/// <param name="SessionId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was created, ISO 8601 UTC.</param>
/// <param name="LastSeen">When it was last used.</param>
/// <param name="NConnections">How many connections are attached.</param>
/// <param name="NJobs">How many jobs it has.</param>
/// <param name="JobsRunning">How many of them run now.</param>
public sealed record SessionListEntry(
    string SessionId,
    string Name,
    string Created,
    string LastSeen,
    int NConnections,
    int NJobs,
    int JobsRunning);
