using System.Text.Json;

namespace Rtemis.Client;

/// <summary>An event that the server sent.</summary>
/// <param name="Name">One of <see cref="Protocol.EventNames"/>.</param>
/// <param name="Seq">Its number in the session, or null for one that is not kept.</param>
/// <param name="Data">What it says.</param>
public sealed record ServerEvent(string Name, long? Seq, JsonElement Data);
