namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>session.events_dropped</c> event.</summary>
/// <param name="EventsDropped">Events that were lost because nobody was there to take them.</param>
public sealed record EventsDroppedData(long EventsDropped);
