namespace Rtemis.Server.Dispatch;

/// <summary>
/// Lets only as many heavy requests of all connections go on at a time as there are processors. More would not be done sooner, and would take the threads and
/// the processors that quick requests are answered with.
/// </summary>
sealed class HeavyWork : IDisposable
{
    readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <summary>Does work once there is a place, which there soon is: nothing here waits for anybody. Work answers for its own errors.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        await _places.WaitAsync().ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
