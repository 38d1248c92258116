using Rtemis.Server.State;

namespace Rtemis.Server.Sessions;

/// <summary>A session's events, in memory and in the database. Not thread safe.</summary>
/// <param name="session">The session's id.</param>
/// <param name="store">The database.</param>
sealed class SessionEvents(string session, StateStore store)
{
    // So many events more than the log's bounds may be in the database before they are removed, since each removal costs.
    const int Slack = 256;

    readonly EventLog _log = new();

    /// <summary>The number of the latest event; 0 before the first.</summary>
    public long Last => _log.Last;

    /// <summary>Takes what the database has, in the order of the numbers.</summary>
    public void Restore(IEnumerable<EventRow> rows)
    {
        foreach (var row in rows) _log.Add(row.Seq, row.Frame);
    }

    /// <summary>Keeps an event and with it, all or nothing, the change that it tells of. What can't be written now is written later.</summary>
    /// <param name="compose">Makes the frame with the number that it is given.</param>
    /// <param name="change">The change, or null.</param>
    /// <returns>The frame, to be sent.</returns>
    public byte[] Keep(Func<long, byte[]> compose, Action<StateTransaction>? change)
    {
        var frame = compose(Last + 1);
        var keep = Keeping(frame);
        store.Settle(tx =>
        {
            change?.Invoke(tx);
            keep(tx);
        });
        _log.Add(frame);
        return frame;
    }

    /// <summary>The same for an event without a change; null where it can't be written now, and is not kept.</summary>
    public byte[]? TryKeep(Func<long, byte[]> compose)
    {
        var frame = compose(Last + 1);
        if (!store.TryNote(Keeping(frame))) return null;
        _log.Add(frame);
        return frame;
    }

    /// <summary>Forgets the events up to a number; says up to which.</summary>
    public long Forget(long seq)
    {
        var upTo = Math.Min(seq, Last);
        _log.Forget(upTo);
        store.TryNote(tx => tx.ForgetEvents(session, upTo));
        return upTo;
    }

    /// <summary>The events after a number that are still there, at most the latest <paramref name="most"/>, and how many are not.</summary>
    public (IReadOnlyList<byte[]> Frames, long Dropped) After(long number, int most) => _log.After(number, most);

    // It may be carried out later, when there are more.
    Action<StateTransaction> Keeping(byte[] frame)
    {
        var (seq, first) = (_log.Last + 1, _log.First);
        return tx =>
        {
            tx.Add(new EventRow(session, seq, frame));
            if (seq % Slack == 0) tx.ForgetEvents(session, first - 1);
        };
    }
}
