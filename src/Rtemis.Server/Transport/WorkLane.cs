using System.Threading.Channels;

namespace Rtemis.Server.Transport;

/// <summary>
/// Where a connection's slow requests are worked on, one after the other in the order in which they came, while its quick ones are answered at once.
/// When too many wait, the connection stops reading.
/// </summary>
sealed class WorkLane
{
    const int Waiting = 32;

    readonly Channel<Func<Task>> _work = Channel.CreateBounded<Func<Task>>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });

    /// <summary>Puts work in line; waits while the line is full.</summary>
    public ValueTask AddAsync(Func<Task> work, CancellationToken cancellation) => _work.Writer.WriteAsync(work, cancellation);

    /// <summary>Lets nothing more in.</summary>
    public void Complete() => _work.Writer.TryComplete();

    /// <summary>Works until the lane is completed and empty. Work answers for its own errors.</summary>
    public async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync().ConfigureAwait(false)) await work().ConfigureAwait(false);
    }
}
