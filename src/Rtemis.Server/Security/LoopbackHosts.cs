namespace Rtemis.Server.Security;

/// <summary>The names under which a browser on this machine reaches the server.</summary>
static class LoopbackHosts
{
    /// <summary>As they stand in an address.</summary>
    public static IReadOnlyList<string> All { get; } = ["127.0.0.1", "localhost", "[::1]"];
}
