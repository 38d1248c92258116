using System.Text.Json.Serialization.Metadata;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.DataSets;
using Rtemis.Server.Jobs;

namespace Rtemis.Server.Sessions;

/// <summary>
/// What a person works in: tables, jobs and their events. It outlives the connections that are attached to it. Its lock guards members and events;
/// nothing else is locked while it is held.
/// </summary>
sealed class Session
{
    readonly Lock _lock = new();
    readonly List<ISessionMember> _members = [];
    readonly List<Job> _jobs = [];
    readonly EventLog _events = new();
    readonly TimeProvider _clock;
    long _lastTakenEvent;

    public Session(string name, DataStore data, TimeProvider clock)
    {
        Name = name;
        Data = data;
        data.Changed += () => Tell(SessionChanges.Data);
        _clock = clock;
        Created = LastSeen = clock.GetUtcNow();
    }

    public string Id { get; } = Ids.Session();

    /// <summary>Its name; only the registry changes it.</summary>
    public string Name { get; set; }

    /// <summary>Its tables.</summary>
    public DataStore Data { get; }

    public DateTimeOffset Created { get; }

    public DateTimeOffset LastSeen { get; private set; }

    /// <summary>Its jobs, oldest first.</summary>
    public IReadOnlyList<Job> Jobs
    {
        get
        {
            lock (_lock) return [.. _jobs];
        }
    }

    public int MemberCount
    {
        get
        {
            lock (_lock) return _members.Count;
        }
    }

    /// <summary>Somebody used it.</summary>
    public void Touch() => LastSeen = _clock.GetUtcNow();

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
            if (_members.Count == 0) _lastTakenEvent = _events.Last;
            Publish(EventNames.SessionConnectionLeft, new ConnectionLeftData(Id, member.Id, _members.Count), ProtocolJson.Default.ConnectionLeftData);
        }
    }

    /// <summary>Tells all connections that the session is gone and lets them go.</summary>
    public void End()
    {
        var frame = Envelope.Event(EventNames.SessionDeleted, new SessionDeletedData(Id), ProtocolJson.Default.SessionDeletedData);
        lock (_lock)
        {
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

    /// <summary>Sends an event to all attached connections and keeps it for those that come back.</summary>
    public void Publish<T>(string name, T data, JsonTypeInfo<T> type) => Publish(seq => Envelope.Event(name, data, type, seq));

    /// <summary>The same for an event that is composed already but for its number.</summary>
    public void Publish(Func<long, byte[]> compose)
    {
        lock (_lock)
        {
            var frame = _events.Add(compose);
            foreach (var member in _members) member.Send(frame);
        }
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
        lock (_lock)
        {
            var upTo = Math.Min(seq, _events.Last);
            _events.Forget(upTo);
            return upTo;
        }
    }

    public void Add(Job job)
    {
        lock (_lock) _jobs.Add(job);
    }

    public void Remove(Job job)
    {
        lock (_lock) _jobs.Remove(job);
    }

    /// <summary>The job of that id.</summary>
    /// <exception cref="ProtocolException">There is none, or no id was given.</exception>
    public Job FindJob(string? id)
    {
        if (string.IsNullOrEmpty(id)) throw new ProtocolException(ErrorCodes.InvalidParams, "`job_id` is required.");
        return Jobs.FirstOrDefault(j => j.Id == id) ?? throw new ProtocolException(ErrorCodes.NotFound, $"Unknown job_id '{id}'.");
    }

    public SessionSnapshot Snapshot() => new(
        Id, Name, WireTime.Utc(Created), WireTime.Utc(LastSeen), MemberCount, [.. Jobs.Select(j => j.SnapshotEntry())], [.. Data.Entries()]);

    public SessionListEntry ListEntry()
    {
        var jobs = Jobs;
        return new(Id, Name, WireTime.Utc(Created), WireTime.Utc(LastSeen), MemberCount, jobs.Count, jobs.Count(j => j.IsRunning));
    }
}
