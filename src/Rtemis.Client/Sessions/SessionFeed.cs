using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>Where the events of a session go: to its jobs, and to those who ask for all. It takes each at once, whoever reads.</summary>
/// <param name="options">How much is kept.</param>
sealed class SessionFeed(ClientOptions options)
{
    const int MostUnread = ProtocolLimits.LoggedEvents;

    readonly Lock _lock = new();
    readonly List<Channel<ServerEvent>> _readers = [];
    Exception? _ended;
    long _last;

    public JobBoard Jobs { get; } = new(options.KeptProgress);

    /// <summary>The number of the latest event; 0 before the first.</summary>
    public long Last => Interlocked.Read(ref _last);

    /// <summary>Takes an event.</summary>
    public void Take(ServerEvent happened)
    {
        if (happened.Seq is { } seq) Interlocked.Exchange(ref _last, seq);
        if (ProgressEvents.JobOf(happened) is { } job)
        {
            if (ProgressEvents.Read(happened) is { } told) Jobs.Take(job, told);
        }
        else if (happened.Name == EventNames.SessionEventsDropped)
            Jobs.Miss(happened.Read(ProtocolJson.Default.EventsDroppedData).EventsDropped);
        else if (happened.Name == EventNames.SessionDeleted)
            Jobs.Fail(new ServerErrorException(new ErrorBody(ErrorCodes.SessionNotFound, "The session was deleted.")));
        Pass(happened);
    }

    /// <summary>No more will come.</summary>
    public void End(Exception reason)
    {
        Jobs.Fail(reason);
        lock (_lock)
        {
            _ended = reason;
            foreach (var reader in _readers) reader.Writer.TryComplete(reason);
        }
    }

    /// <summary>The events from now on, for one reader.</summary>
    public IAsyncEnumerable<ServerEvent> Subscribe()
    {
        var reader = Channel.CreateBounded<ServerEvent>(new BoundedChannelOptions(MostUnread) { SingleReader = true, SingleWriter = true });
        lock (_lock)
        {
            if (_ended is { } reason) reader.Writer.Complete(reason);
            else _readers.Add(reader);
        }
        return ReadAsync(reader, CancellationToken.None);
    }

    async IAsyncEnumerable<ServerEvent> ReadAsync(Channel<ServerEvent> reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var happened in reader.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return happened;
        }
        finally
        {
            lock (_lock) _readers.Remove(reader);
        }
    }

    // Who does not read is told so in place of what came then.
    void Pass(ServerEvent happened)
    {
        lock (_lock)
        {
            for (var i = _readers.Count - 1; i >= 0; i--)
            {
                if (_readers[i].Writer.TryWrite(happened)) continue;
                _readers[i].Writer.TryComplete(new InvalidOperationException($"{MostUnread} events were left unread."));
                _readers.RemoveAt(i);
            }
        }
    }
}
