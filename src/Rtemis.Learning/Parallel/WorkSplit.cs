namespace Rtemis.Learning.Parallel;

/// <summary>
/// The one place that decides on threads. Work is cut into chunks whose bounds depend on the size alone, never on the number of threads, so that a
/// sum over chunks in their order is the same number on every machine.
/// </summary>
public sealed class WorkSplit
{
    readonly ParallelOptions _options;

    /// <summary>Allows up to <paramref name="threads"/> threads (at least 1).</summary>
    public WorkSplit(int threads, CancellationToken cancellation)
    {
        Threads = Math.Max(1, threads);
        // One scheduler for the whole run: loops inside of loops share its threads, so that none of them is idle while there is work, and no more are taken.
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Threads).ConcurrentScheduler;
        _options = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation, TaskScheduler = scheduler };
    }

    /// <summary>The most threads that work at a time.</summary>
    public int Threads { get; }

    /// <summary>The number of chunks of <paramref name="chunkSize"/> items that cover <paramref name="count"/> items.</summary>
    public static int Chunks(int count, int chunkSize) => (int)(((long)count + chunkSize - 1) / chunkSize);

    /// <summary>Runs <paramref name="body"/> for each index, on as many threads as allowed; stops between indexes when cancelled.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void For(int count, Action<int> body)
    {
        if (Threads == 1 || count <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                _options.CancellationToken.ThrowIfCancellationRequested();
                body(i);
            }
            return;
        }
        System.Threading.Tasks.Parallel.For(0, count, _options, body);
    }

    /// <summary>
    /// Runs <paramref name="body"/> for indexes from 0 on, several at a time, until one returns false. All before the first that does are run, some behind
    /// it may be.
    /// </summary>
    /// <returns>The first index whose body returned false, or <paramref name="count"/>.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public int ForWhile(int count, Func<int, bool> body)
    {
        var (end, taken) = (count, -1);
        For(count, _ =>
        {
            // In their order, however the loop is cut: the first are heard of first.
            var i = Interlocked.Increment(ref taken);
            if (i > Volatile.Read(ref end) || body(i)) return;
            for (var seen = Volatile.Read(ref end); i < seen; seen = Volatile.Read(ref end)) Interlocked.CompareExchange(ref end, i, seen);
        });
        return end;
    }

    /// <summary>Runs <paramref name="body"/> for each chunk with its number, first item and end (exclusive).</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void ForChunks(int count, int chunkSize, Action<int, int, int> body) =>
        For(Chunks(count, chunkSize), c => body(c, c * chunkSize, Math.Min(count, (c + 1) * chunkSize)));
}
