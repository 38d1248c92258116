using System.Threading.Channels;
using System.Threading.RateLimiting;

namespace Rtemis.Server.Transport;

/// <summary>
/// Where a connection's slow requests are worked on, one after the other in the order in which they came, while its quick ones are answered at once.
/// When too many wait, or too many bytes with them, the connection stops reading.
/// </summary>
sealed class WorkLane : IDisposable
{
    const int Waiting = 32;
    const int WaitingBytes = 16 << 20;

    readonly Channel<Func<Task>> _work = Channel.CreateBounded<Func<Task>>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
    readonly ConcurrencyLimiter _bytes = new(new ConcurrencyLimiterOptions { PermitLimit = WaitingBytes, QueueLimit = WaitingBytes });

    /// <summary>Puts work in line; waits while the line is full.</summary>
    /// <param name="work">The work, which answers for its own errors.</param>
    /// <param name="bytes">The bytes that are kept for it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask AddAsync(Func<Task> work, long bytes, CancellationToken cancellation)
    {
        var room = await _bytes.AcquireAsync((int)Math.Min(bytes, WaitingBytes), cancellation).ConfigureAwait(false);
        await _work.Writer.WriteAsync(
            async () =>
            {
                using (room) await work().ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets nothing more in.</summary>
    public void Complete() => _work.Writer.TryComplete();

    /// <summary>Works until the lane is completed and empty.</summary>
    public async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync().ConfigureAwait(false)) await work().ConfigureAwait(false);
    }

    public void Dispose() => _bytes.Dispose();
}
