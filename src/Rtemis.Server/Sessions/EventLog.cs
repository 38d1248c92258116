using Rtemis.Protocol;

namespace Rtemis.Server.Sessions;

/// <summary>The latest events of a session, numbered from 1, within bounds of number and size; the oldest go first. Not thread safe.</summary>
sealed class EventLog
{
    readonly Queue<byte[]> _frames = [];
    long _bytes;

    /// <summary>The number of the latest event; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>The number of the oldest that is kept.</summary>
    public long First => Last - _frames.Count + 1;

    /// <summary>Keeps an event as the next one.</summary>
    public void Add(byte[] frame) => Add(Last + 1, frame);

    /// <summary>Keeps an event. Where its number does not follow on the latest, all before it are forgotten: the log has no gaps.</summary>
    public void Add(long seq, byte[] frame)
    {
        if (seq != Last + 1)
        {
            _frames.Clear();
            _bytes = 0;
        }
        Last = seq;
        _frames.Enqueue(frame);
        _bytes += frame.Length;
        while (_frames.Count > ProtocolLimits.LoggedEvents || _bytes > ProtocolLimits.LoggedEventBytes) _bytes -= _frames.Dequeue().Length;
    }

    /// <summary>Forgets the events up to a number.</summary>
    public void Forget(long upTo)
    {
        while (_frames.Count > 0 && First <= upTo) _bytes -= _frames.Dequeue().Length;
    }

    /// <summary>The events after a number that are still there, at most the latest <paramref name="most"/>, and how many are not.</summary>
    public (IReadOnlyList<byte[]> Frames, long Dropped) After(long number, int most)
    {
        var wanted = Math.Max(0, Last - Math.Max(0, number));
        var kept = (int)Math.Min(wanted, Math.Min(_frames.Count, most));
        return ([.. _frames.Skip(_frames.Count - kept)], wanted - kept);
    }
}
