using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>An event that the server sent.</summary>
/// <param name="Name">One of <see cref="EventNames"/>.</param>
/// <param name="Seq">Its number in the session, or null for one that is not kept.</param>
/// <param name="Data">What it says.</param>
public sealed record ServerEvent(string Name, long? Seq, JsonElement Data)
{
    /// <summary>The data as the message that it is.</summary>
    /// <exception cref="MalformedFrameException">It is none.</exception>
    internal T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return Data.Deserialize(type) ?? throw new MalformedFrameException($"the event {Name} has no data.");
        }
        catch (JsonException e)
        {
            throw new MalformedFrameException($"the data of the event {Name} is none of its kind.", e);
        }
    }
}
