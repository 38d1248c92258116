using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Tests.Dispatch;

public class HeavyWorkTests
{
    [Fact]
    public async Task NoMoreGoOnAtATimeThanThereAreProcessorsAndAllAreDone()
    {
        using var heavy = new HeavyWork();
        var (now, most, done) = (0, 0, 0);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, 10 * Environment.ProcessorCount).Select(_ => heavy.RunAsync(async () =>
        {
            var together = Interlocked.Increment(ref now);
            Interlocked.Exchange(ref most, Math.Max(most, together));
            await gate.Task;
            Interlocked.Decrement(ref now);
            Interlocked.Increment(ref done);
        })).ToList();
        Assert.Equal(Environment.ProcessorCount, now);
        gate.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(10 * Environment.ProcessorCount, done);
        Assert.True(most <= Environment.ProcessorCount);
    }

    [Fact]
    public async Task WhatFailsGivesItsPlaceBack()
    {
        using var heavy = new HeavyWork();
        for (var i = 0; i < 2 * Environment.ProcessorCount; i++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => heavy.RunAsync(() => throw new InvalidOperationException()));
        await heavy.RunAsync(() => Task.CompletedTask);
    }
}
