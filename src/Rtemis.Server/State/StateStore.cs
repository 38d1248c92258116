using Microsoft.Data.Sqlite;

namespace Rtemis.Server.State;

/// <summary>
/// The database of all that must outlive the server but tables and results themselves. What a client is told is written first. Its lock is the
/// innermost one.
/// </summary>
sealed partial class StateStore : IDisposable
{
    readonly Lock _lock = new();
    readonly ILogger _log;
    readonly bool _durable;
    readonly SqliteConnection _connection;
    readonly StateStatements _statements;
    readonly Queue<Action<StateTransaction>> _owed = [];
    StateContent? _content;
    bool? _flushes;
    long _lastNumber;

    /// <summary>Opens the folder's database, or makes it; of a damaged one, all that can be read is kept.</summary>
    /// <exception cref="StateException">It can't be used.</exception>
    public StateStore(StateFolder folder, ILogger<StateStore> log)
    {
        _log = log;
        _durable = !folder.IsEphemeral;
        (_connection, _content) = StateFile.Open(folder, log);
        _statements = new StateStatements(_connection);
        _lastNumber = _content.Jobs.Select(j => j.Number).Concat(_content.Tables.Select(t => t.Number)).DefaultIfEmpty().Max();
    }

    /// <summary>What the database held when it was opened, until it is forgotten.</summary>
    public StateContent Content => _content ?? throw new InvalidOperationException("What the database held was forgotten.");

    /// <summary>Forgets what the database held: by now its sessions and jobs have it.</summary>
    public void ForgetContent() => _content = null;

    /// <summary>A number that is greater than all before it, whatever the clock does: for the order of jobs and tables.</summary>
    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Makes a change that somebody asks for.</summary>
    /// <param name="change">The change.</param>
    /// <param name="flush">Whether it is on the disk when this returns; without, it survives the end of this process, but perhaps no power cut.</param>
    /// <exception cref="StateWriteException">It could not be written: nothing has changed.</exception>
    public void Write(Action<StateTransaction> change, bool flush = true)
    {
        try
        {
            Commit(flush, change);
        }
        catch (SqliteException e)
        {
            throw new StateWriteException(e);
        }
    }

    /// <summary>
    /// Keeps what has happened and can't be taken back. If it can't be written now it is with the next change that can: until then the memory knows
    /// better than the disk.
    /// </summary>
    public void Settle(Action<StateTransaction> change)
    {
        lock (_lock)
        {
            try
            {
                Commit(flush: true, change);
            }
            catch (SqliteException e)
            {
                _owed.Enqueue(change);
                LogOwed(_log, _owed.Count, e.Message);
            }
        }
    }

    /// <summary>Keeps what it would be no great loss to lose: the end of this process it survives, a power cut it may not. Whether it was written.</summary>
    public bool TryNote(Action<StateTransaction> change)
    {
        try
        {
            Commit(flush: false, change);
            return true;
        }
        catch (SqliteException e)
        {
            LogNotNoted(_log, e.Message);
            return false;
        }
    }

    /// <summary>Tries to write what could not be written.</summary>
    public void PayOwed()
    {
        lock (_lock)
            if (_owed.Count > 0 && TryNote(_ => { })) LogPaid(_log);
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    void Commit(bool flush, Action<StateTransaction> change)
    {
        lock (_lock)
        {
            Flush(flush && _durable);
            using var transaction = _connection.BeginTransaction(deferred: false);
            _statements.Transaction = transaction;
            var writer = new StateTransaction(_statements);
            foreach (var owed in _owed) owed(writer);
            change(writer);
            transaction.Commit();
            _owed.Clear();
        }
    }

    // Whether a commit waits for the disk. In between, commits are in the log that the next flush takes along.
    void Flush(bool flush)
    {
        if (_flushes == flush) return;
        StateSql.Run(_connection, flush ? "PRAGMA synchronous = FULL" : _durable ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = OFF");
        _flushes = flush;
    }

    [LoggerMessage(800, LogLevel.Error, "{Count} changes can't be written to the state folder and are kept in memory: {Reason}")]
    static partial void LogOwed(ILogger log, int count, string reason);

    [LoggerMessage(801, LogLevel.Warning, "The state folder can't be written: {Reason}")]
    static partial void LogNotNoted(ILogger log, string reason);

    [LoggerMessage(802, LogLevel.Information, "What could not be written to the state folder is written.")]
    static partial void LogPaid(ILogger log);
}
