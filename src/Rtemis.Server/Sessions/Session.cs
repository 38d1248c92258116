using System.Text.Json.Serialization.Metadata;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.DataSets;
using Rtemis.Server.Jobs;
using Rtemis.Server.State;

namespace Rtemis.Server.Sessions;

/// <summary>
/// What a person works in: tables, jobs and their events. It outlives the connections that are attached to it. Its lock guards members and events;
/// nothing else is locked while it is held.
/// </summary>
sealed class Session
{
    readonly Lock _lock = new();
    readonly List<ISessionMember> _members = [];
    readonly SessionEvents _events;
    readonly StateStore _store;
    readonly TimeProvider _clock;
    long _lastTakenEvent;
    long _lastUsed;
    bool _ended;

    /// <param name="row">The session as the database has it.</param>
    /// <param name="data">Its tables.</param>
    /// <param name="store">The database.</param>
    /// <param name="clock">The time.</param>
    public Session(SessionRow row, DataStore data, StateStore store, TimeProvider clock)
    {
        Id = row.Id;
        Name = row.Name;
        Data = data;
        data.Changed += () => Tell(SessionChanges.Data);
        _store = store;
        _events = new SessionEvents(row.Id, store);
        _clock = clock;
        Created = row.Created;
        LastSeen = row.LastSeen;
        _lastUsed = clock.GetTimestamp();
    }

    public string Id { get; }

    /// <summary>Its name; only the registry changes it.</summary>
    public string Name { get; set; }

    /// <summary>Its tables.</summary>
    public DataStore Data { get; }

    public DateTimeOffset Created { get; }

    public DateTimeOffset LastSeen { get; private set; }

    /// <summary>How long nobody has used it, while a server ran. A clock that is set makes nothing old.</summary>
    public TimeSpan Idle => _clock.GetElapsedTime(Interlocked.Read(ref _lastUsed));

    /// <summary>Its jobs.</summary>
    public JobList Jobs { get; } = new();

    public int MemberCount
    {
        get
        {
            lock (_lock) return _members.Count;
        }
    }

    /// <summary>Somebody used it.</summary>
    public void Touch()
    {
        LastSeen = _clock.GetUtcNow();
        Interlocked.Exchange(ref _lastUsed, _clock.GetTimestamp());
    }

    /// <summary>Takes what the database has, in the order of the numbers. Whoever was attached when the server ended has been sent all.</summary>
    public void Restore(IEnumerable<EventRow> events, long? lastTaken)
    {
        _events.Restore(events);
        _lastTakenEvent = lastTaken ?? _events.Last;
    }

    /// <summary>The session as the database keeps it under a name.</summary>
    public SessionRow Row(string name)
    {
        lock (_lock) return new(Id, name, Created, LastSeen, _members.Count > 0 ? null : _lastTakenEvent);
    }

    /// <summary>
    /// Attaches a connection and first sends it what it missed: with <paramref name="since"/> all later events, without it those that came while nobody
    /// was attached. What is no longer kept is counted in a last event.
    /// </summary>
    public void Attach(ISessionMember member, long? since = null)
    {
        lock (_lock)
        {
            var (frames, dropped) = since is { } number ? _events.After(number, ProtocolLimits.LoggedEvents)
                : _members.Count == 0 ? _events.After(_lastTakenEvent, ProtocolLimits.DetachedEvents)
                : ([], 0);
            foreach (var frame in frames) member.Send(frame);
            if (dropped > 0) member.Send(Envelope.Event(EventNames.SessionEventsDropped, new EventsDroppedData(dropped), ProtocolJson.Default.EventsDroppedData));
            _members.Add(member);
            member.Session = this;
            Touch();
            if (_members.Count == 1) Keep();
        }
    }

    /// <summary>Lets a connection go and tells the others; nothing when it is not attached.</summary>
    public void Detach(ISessionMember member)
    {
        lock (_lock)
        {
            if (!_members.Remove(member)) return;
            member.Session = null;
            Touch();
            if (_members.Count == 0)
            {
                _lastTakenEvent = _events.Last;
                Keep();
            }
            Publish(EventNames.SessionConnectionLeft, new ConnectionLeftData(Id, member.Id, _members.Count), ProtocolJson.Default.ConnectionLeftData);
        }
    }

    /// <summary>Tells all connections that the session is gone and lets them go; it keeps nothing more.</summary>
    public void End()
    {
        var frame = Envelope.Event(EventNames.SessionDeleted, new SessionDeletedData(Id), ProtocolJson.Default.SessionDeletedData);
        lock (_lock)
        {
            _ended = true;
            foreach (var member in _members)
            {
                member.Send(frame);
                member.Session = null;
            }
            _members.Clear();
        }
    }

    /// <summary>Tells all connections that something of the session has changed: one of <see cref="SessionChanges"/>.</summary>
    public void Tell(string changed) => Publish(EventNames.SessionChanged, new SessionChangedData(Id, changed), ProtocolJson.Default.SessionChangedData);

    /// <summary>
    /// Keeps an event for those that come back, and with it, all or nothing, the change that it tells of. Then it is sent to all attached connections: what
    /// somebody was told is never forgotten.
    /// </summary>
    public void Publish<T>(string name, T data, JsonTypeInfo<T> type, Action<StateTransaction>? change = null)
    {
        lock (_lock)
            if (!_ended) Broadcast(_events.Keep(seq => Envelope.Event(name, data, type, seq), change));
    }

    /// <summary>
    /// The same for an event whose data is composed already, and which is no great loss: while the disk can't be written it has no number and is not kept.
    /// </summary>
    public void PublishRaw(string name, ReadOnlyMemory<byte> data)
    {
        lock (_lock)
            if (!_ended) Broadcast(_events.TryKeep(seq => Envelope.RawEvent(name, data, seq)) ?? Envelope.RawEvent(name, data));
    }

    /// <summary>Sends a frame to all attached connections and keeps nothing.</summary>
    public void Broadcast(byte[] frame)
    {
        lock (_lock)
            foreach (var member in _members) member.Send(frame);
    }

    /// <summary>Forgets events that a client has taken for good; says up to which.</summary>
    public long Acknowledge(long seq)
    {
        lock (_lock) return _events.Forget(seq);
    }

    /// <summary>Keeps a change that is told to nobody.</summary>
    public void Settle(Action<StateTransaction> change)
    {
        lock (_lock)
            if (!_ended) _store.Settle(change);
    }

    /// <summary>The same for one that it would be no loss to lose.</summary>
    public void Note(Action<StateTransaction> change)
    {
        lock (_lock)
            if (!_ended) _store.TryNote(change);
    }

    /// <summary>Writes down when it was last used and what was last sent.</summary>
    public void Keep()
    {
        lock (_lock)
            if (!_ended) _store.TryNote(tx => tx.Put(Row(Name)));
    }

    public SessionSnapshot Snapshot() => new(
        Id, Name, WireTime.Utc(Created), WireTime.Utc(LastSeen), MemberCount, [.. Jobs.Select(j => j.SnapshotEntry())], [.. Data.Entries()]);

    public SessionListEntry ListEntry()
    {
        var jobs = Jobs.ToList();
        return new(Id, Name, WireTime.Utc(Created), WireTime.Utc(LastSeen), MemberCount, jobs.Count, jobs.Count(j => j.IsRunning));
    }
}
