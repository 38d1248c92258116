using Rtemis.Server.Transport;

namespace Rtemis.Server.Tests.Transport;

public class WorkLaneTests
{
    const long Most = 16 << 20;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatHoldsManyBytesWaitsUntilThereIsRoom()
    {
        using var lane = new WorkLane();
        var first = new TaskCompletionSource();
        await lane.AddAsync(() => first.Task, Most / 2 + 1, Cancellation);
        var second = lane.AddAsync(() => Task.CompletedTask, Most / 2, Cancellation).AsTask();
        var running = lane.RunAsync();
        Assert.False(second.IsCompleted);
        first.SetResult();
        await second;
        lane.Complete();
        await running;
    }

    [Fact]
    public async Task WhatIsLargerThanAllRoomGetsInAlone()
    {
        using var lane = new WorkLane();
        List<int> order = [];
        var running = lane.RunAsync();
        for (var i = 0; i < 3; i++)
        {
            var number = i;
            await lane.AddAsync(
                () =>
                {
                    order.Add(number);
                    return Task.CompletedTask;
                },
                20 * Most, Cancellation);
        }
        lane.Complete();
        await running;
        Assert.Equal([0, 1, 2], order);
    }

    [Fact]
    public async Task WaitingForRoomEndsWithTheConnection()
    {
        using var lane = new WorkLane();
        await lane.AddAsync(() => Task.CompletedTask, Most, Cancellation);
        using var ended = new CancellationTokenSource();
        var waiting = lane.AddAsync(() => Task.CompletedTask, 1, ended.Token).AsTask();
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
