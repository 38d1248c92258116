using Rtemis.Protocol;
using Rtemis.Server.DataSets;
using Rtemis.Server.Jobs;
using Rtemis.Server.Options;
using Rtemis.Server.State;

namespace Rtemis.Server.Sessions;

/// <summary>All sessions, by id and by name.</summary>
sealed class SessionRegistry(ServerOptions options, DataFiles files, StateStore store, JobQueue queue, TimeProvider clock)
{
    readonly Lock _lock = new();
    readonly List<Session> _sessions = [];
    int _untitled;

    /// <summary>The sessions, oldest first.</summary>
    public IReadOnlyList<Session> All
    {
        get
        {
            lock (_lock) return [.. _sessions];
        }
    }

    /// <summary>A new session; without a name it gets the next free <c>untitled-N</c>.</summary>
    /// <exception cref="ProtocolException">The name breaks the rules or is taken, or there are too many sessions.</exception>
    public Session Create(string? name)
    {
        if (name is not null) SessionName.Check(name);
        lock (_lock)
        {
            if (_sessions.Count >= options.MaxSessions)
                throw new ProtocolException(ErrorCodes.TooMany, $"There are {_sessions.Count} sessions, the most allowed (max_sessions). Delete one first.");
            if (name is not null && Named(name) is not null)
                throw new ProtocolException(ErrorCodes.SessionExists, $"A session named '{name}' already exists.\nUse `session.join` to attach to it instead.");
            while (name is null || Named(name) is not null) name = $"untitled-{++_untitled}";
            var now = clock.GetUtcNow();
            var row = new SessionRow(Ids.Session(), name, now, now, 0);
            store.Write(tx => tx.Put(row));
            return Open(row);
        }
    }

    /// <summary>A session that the database has.</summary>
    public Session Restore(SessionRow row)
    {
        lock (_lock) return Open(row);
    }

    /// <summary>The session of that id, or else of that name.</summary>
    /// <exception cref="ProtocolException">There is none, or neither was given.</exception>
    public Session Find(string? id, string? name)
    {
        if (id is null && name is null) throw new ProtocolException(ErrorCodes.InvalidParams, "`session_id` or `name` is required.");
        lock (_lock)
            return (id is not null ? _sessions.Find(s => s.Id == id) : Named(name!))
                ?? throw new ProtocolException(ErrorCodes.SessionNotFound, "Session not found.");
    }

    /// <summary>Gives a session another name.</summary>
    /// <exception cref="ProtocolException">The name breaks the rules or is taken.</exception>
    public void Rename(Session session, string name)
    {
        SessionName.Check(name);
        lock (_lock)
        {
            if (Named(name) is { } other && other != session) throw new ProtocolException(ErrorCodes.SessionExists, $"A session named '{name}' already exists.");
            store.Write(tx => tx.Put(session.Row(name)));
            session.Name = name;
        }
        session.Tell(SessionChanges.Name);
    }

    /// <summary>Ends a session: its jobs are cancelled, its tables and results freed.</summary>
    public void Delete(Session session)
    {
        lock (_lock)
        {
            if (!_sessions.Contains(session)) return;
            store.Write(tx => tx.RemoveSession(session.Id));
            _sessions.Remove(session);
        }
        session.End();
        foreach (var job in session.Jobs)
        {
            queue.Cancel(job);
            job.Result.Discard();
        }
        session.Data.Close();
    }

    Session Open(SessionRow row)
    {
        var session = new Session(row, new DataStore(row.Id, files, store, clock), store, clock);
        _sessions.Add(session);
        return session;
    }

    Session? Named(string name) => _sessions.Find(s => s.Name == name);
}
