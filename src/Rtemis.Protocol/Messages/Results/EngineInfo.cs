namespace Rtemis.Protocol.Messages;

/// <summary>An engine as <c>info</c> lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RtemisVersion">The release of rtemis that it runs or follows.</param>
/// <param name="RVersion">The version of R, or null.</param>
public sealed record EngineInfo(string Name, string RtemisVersion, string? RVersion);
