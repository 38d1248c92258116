namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>ready</c> event.</summary>
/// <param name="V">The protocol version.</param>
/// <param name="Server">Always <c>rtemislive</c>.</param>
/// <param name="RtemisVersion">The release of rtemis that the default engine runs or follows.</param>
/// <param name="KindColors">A colour for each kind of step.</param>
/// <param name="Protocol">The protocol version, for clients that look for our additions.</param>
/// <param name="Limits">The limits.</param>
/// <param name="Instance">Changes at each start of the server.</param>
public sealed record ReadyData(
    int V,
    string Server,
    string RtemisVersion,
    IReadOnlyDictionary<string, string> KindColors,
    int Protocol,
    ReadyLimits Limits,
    string Instance);
