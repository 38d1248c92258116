using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Daemons;
using Rtemis.Server.DataSets;
using Rtemis.Server.Jobs;
using Rtemis.Server.Sessions;
using Rtemis.Server.State;

namespace Rtemis.Server.Hosting;

/// <summary>
/// Puts together again, at the start, what the state folder has: sessions with their tables, uploads, events and jobs, and the queue. What is damaged costs
/// itself and a line in the log; what nothing names any more is removed.
/// </summary>
sealed partial class StateRestorer(
    StateFolder folder, StateStore store, DataFiles dataFiles, ResultFiles resultFiles, SessionRegistry sessions, JobQueue queue, TimeProvider clock,
    ILogger<StateRestorer> log)
{
    // How often a job whose server ended is tried again.
    const int MostInterruptions = 1;

    readonly Dictionary<string, DataSet> _tables = [];
    readonly Dictionary<string, Job> _jobs = [];

    /// <summary>Restores everything. Jobs begin to run when there are daemons.</summary>
    public void Restore()
    {
        var content = store.Content;
        foreach (var item in content.Damaged) LogDamaged(log, item);
        RemoveStrangers(content);
        foreach (var row in content.Sessions) Restore(row, content);
        DropUnneeded(content);
        RemoveLeftovers();
        if (content.Sessions.Count > 0) LogRestored(log, content.Sessions.Count, _tables.Count, _jobs.Count, folder.Root);
        // The sessions have it all now, and may let go of it.
        store.ForgetContent();
        _tables.Clear();
        _jobs.Clear();
    }

    void Restore(SessionRow row, StateContent content)
    {
        var session = sessions.Restore(row);
        session.Restore(content.Events[row.Id], row.LastTaken);
        var tables = content.Tables.Where(t => t.Session == row.Id).Select(Table).OfType<DataSet>().ToList();
        session.Data.Restore(tables.Where(t => !t.IsDeleted), content.Uploads.Where(u => u.Session == row.Id).Select(u => Upload(u, content)).OfType<Upload>());
        // What one job's end frees another may need: all take hold of what they need first.
        foreach (var goOn in content.Jobs.Where(j => j.Session == row.Id).Select(j => Restore(j, session)).ToList()) goOn();
    }

    DataSet? Table(TableRow row)
    {
        var file = new FileInfo(dataFiles.PathOf(row.Id));
        if (!file.Exists || file.Length != row.Digest.Bytes)
        {
            LogLost(log, $"table '{row.Name}' ({row.Id})");
            store.TryNote(tx => tx.RemoveTable(row.Id));
            return null;
        }
        dataFiles.Limit.Add(row.Digest.Bytes);
        return _tables[row.Id] = new DataSet(row, dataFiles, store, clock);
    }

    Upload? Upload(UploadRow row, StateContent content)
    {
        var upload = new Upload(row, dataFiles, store, clock);
        dataFiles.Limit.Add(row.TotalBytes);
        if (upload.Restore(content.Chunks[row.Id])) return upload;
        LogLost(log, $"upload '{row.Name}' ({row.Id})");
        upload.Dispose();
        return null;
    }

    // The job, and how it goes on.
    Action Restore(JobRow row, Session session)
    {
        if (row.Status == JobStatus.Complete && !IsWhole(row))
        {
            LogLost(log, $"result of {row.Id}");
            row = row with { Status = JobStatus.Failed, Result = null, Error = new ErrorBody(ErrorCodes.IoError, "The job's result was damaged on disk.") };
            store.TryNote(tx => tx.Put(row));
        }
        if (!JobStatus.IsFinal(row.Status)) return Resume(row, session);
        Add(new Job(row, session, null, resultFiles, clock), session);
        return () => { };
    }

    bool IsWhole(JobRow row) => row.Result is { } digest && HasResult(row) && ResultFolder.DigestOf(resultFiles.FolderOf(row.Id)) == digest;

    bool HasResult(JobRow row) => File.Exists(ResultFolder.IndexPath(resultFiles.FolderOf(row.Id)));

    // What was queued is queued, in its order, and before it what ran.
    Action Resume(JobRow row, Session session)
    {
        var material = Material(row.Spec);
        var again = row.Status == JobStatus.Running && !HasResult(row) && row.Interruptions < MostInterruptions && material is not null;
        if (again) row = row with { Status = JobStatus.Queued, Started = null, Stage = null, Fraction = null, Interruptions = row.Interruptions + 1 };
        var job = new Job(row, session, material, resultFiles, clock);
        Add(job, session);
        return () =>
        {
            if (again) TellAgain(row, session);
            if (row.Status == JobStatus.Cancelling || (row.Status == JobStatus.Running && HasResult(row))) job.Complete();
            else if (material is null) job.Fail(new ErrorBody(ErrorCodes.IoError, $"The job's table '{row.Spec.DataName}' or the result that it builds on was lost."));
            else if (row.Status == JobStatus.Running) job.Fail(DaemonOutcome.ServerRestarted(row.Interruptions + 1));
            else queue.Submit(job, known: true);
        };
    }

    void Add(Job job, Session session)
    {
        _jobs[job.Id] = job;
        if (!job.Result.IsDiscarded) session.Jobs.Add(job);
    }

    void TellAgain(JobRow row, Session session)
    {
        var text = new TextProgress(row.Id, null, "The server was restarted. The job starts again.", WireTime.Local(clock.GetUtcNow(), clock), "warn");
        session.Publish(EventNames.JobProgress, text, ProtocolJson.Default.TextProgress, tx => tx.Put(row));
    }

    JobMaterial? Material(JobSpec spec)
    {
        if (!_tables.TryGetValue(spec.DataHandle, out var data)) return null;
        if (spec.Source is null) return new JobMaterial(data, data.Lease(), null, null);
        return _jobs.TryGetValue(spec.Source, out var source) && source.Status == JobStatus.Complete
            ? new JobMaterial(data, data.Lease(), source.Result, source.Result.Lease())
            : null;
    }

    // The server ended while a session was being deleted, or its row was damaged.
    void RemoveStrangers(StateContent content)
    {
        var known = content.Sessions.Select(s => s.Id).ToHashSet();
        var strangers = content.Tables.Select(t => t.Session).Concat(content.Jobs.Select(j => j.Session)).Concat(content.Uploads.Select(u => u.Session))
            .Concat(content.Events.Select(e => e.Key)).Where(s => !known.Contains(s)).ToHashSet();
        foreach (var session in strangers) store.TryNote(tx => tx.RemoveSession(session));
    }

    // Tables and results that were deleted while a job needed them, and no job does any more.
    void DropUnneeded(StateContent content)
    {
        foreach (var table in _tables.Values.Where(t => t is { IsDeleted: true, IsLeased: false })) table.Delete();
        foreach (var job in content.Jobs.Where(j => j.Discarded && _jobs.ContainsKey(j.Id))) _jobs[job.Id].Result.Discard();
    }

    void RemoveLeftovers()
    {
        var tables = _tables.Keys.Select(dataFiles.PathOf).ToHashSet();
        var uploads = sessions.All.SelectMany(s => s.Data.Uploads.Ids).Select(dataFiles.UploadPathOf).ToHashSet();
        var removed = Remove(Directory.GetFiles(folder.Data).Except(tables), File.Delete)
            + Remove(Directory.GetFiles(folder.Uploads).Except(uploads), File.Delete)
            + Remove(Directory.GetDirectories(folder.Jobs).Where(f => !_jobs.ContainsKey(Path.GetFileName(f))), f => Directory.Delete(f, recursive: true));
        if (removed > 0) LogLeftovers(log, removed);
    }

    static int Remove(IEnumerable<string> paths, Action<string> delete)
    {
        var all = paths.ToList();
        foreach (var path in all) delete(path);
        return all.Count;
    }

    [LoggerMessage(820, LogLevel.Information, "{Sessions} sessions with {Tables} tables and {Jobs} jobs were found in {Folder}.")]
    static partial void LogRestored(ILogger log, int sessions, int tables, int jobs, string folder);

    [LoggerMessage(821, LogLevel.Error, "The {Item} was damaged on disk and is lost.")]
    static partial void LogLost(ILogger log, string item);

    [LoggerMessage(822, LogLevel.Error, "A row of the state's database was damaged and is lost: {Item}.")]
    static partial void LogDamaged(ILogger log, string item);

    [LoggerMessage(823, LogLevel.Information, "{Count} leftover files were removed.")]
    static partial void LogLeftovers(ILogger log, int count);
}
