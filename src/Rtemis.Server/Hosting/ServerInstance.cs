namespace Rtemis.Server.Hosting;

/// <summary>This run of the server.</summary>
sealed class ServerInstance(TimeProvider clock)
{
    readonly long _start = clock.GetTimestamp();

    /// <summary>Differs at each start, so that a page can tell a restart from a lost connection.</summary>
    public string Id { get; } = Ids.Instance();

    /// <summary>Time since the start.</summary>
    public TimeSpan Uptime => clock.GetElapsedTime(_start);
}
