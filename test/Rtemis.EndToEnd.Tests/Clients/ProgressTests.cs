using Rtemis.Client;

namespace Rtemis.EndToEnd.Tests.Clients;

/// <summary>What a job tells, as the client has it.</summary>
public sealed class ProgressTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StepsFormATreeCountersReachTheirTotalsAndTheEndIsLast()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var job = await session.SubmitAsync(await session.UploadIrisAsync(), ClientProgram.Talkative, Cancellation);
        var told = await job.ProgressAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(JobEnd.Complete, Assert.IsType<JobProgress.Ended>(told[^1]).Outcome.Status);
        Assert.Single(told.OfType<JobProgress.Ended>());
        var numbers = told.Select(t => t.Seq!.Value).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
        var steps = told.OfType<JobProgress.Step>().ToList();
        var begun = steps.Where(s => s.Status == StepStatus.Start).Select(s => s.NodeId).ToHashSet();
        Assert.All(steps, s => Assert.True(s.ParentId is null || begun.Contains(s.ParentId), s.ToString()));
        Assert.Subset(steps.Where(s => s.Status == StepStatus.Done).Select(s => s.NodeId).ToHashSet(), begun);
        Assert.All(steps.Select(s => s.Kind), kind => Assert.Matches("^[a-z_]+$", kind));
        Assert.Equal(10, steps.Count(s => s is { Kind: "outer_fold", Status: StepStatus.Done }));
        var counters = told.OfType<JobProgress.Counter>().Where(c => c.Status == StepStatus.Done).ToList();
        Assert.NotEmpty(counters);
        Assert.All(counters, c => Assert.Equal(c.Total, c.Current));
        Assert.NotEmpty(told.OfType<JobProgress.Text>());
        Assert.All(told.SkipLast(1).Where(t => t is not JobProgress.Started), t => Assert.NotEqual("", t.Message));
    }

    [Fact]
    public async Task AnyNumberOfReadersReadTheSameFromTheBeginningEvenAfterTheEnd()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var job = await session.SubmitAsync(await session.UploadIrisAsync(), ClientProgram.Talkative, Cancellation);
        var readers = Enumerable.Range(0, 5).Select(_ => job.ProgressAsync(Cancellation).ToListAsync(Cancellation).AsTask()).ToList();
        // One that goes away early disturbs nobody.
        await foreach (var told in job.ProgressAsync(Cancellation)) break;
        var all = await Task.WhenAll(readers);
        var late = await job.ProgressAsync(Cancellation).ToListAsync(Cancellation);
        var byId = await session.Job(job.Id).ProgressAsync(Cancellation).ToListAsync(Cancellation);
        Assert.All([.. all, byId], read => Assert.Equal(late, read));
        Assert.IsType<JobProgress.Ended>(late[^1]);
    }

    [Fact]
    public async Task WhoJoinsLaterHasToldWhatTheServerKeepsOrOnlyTheEnd()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, name: "work");
        var job = await session.SubmitAsync(await session.UploadIrisAsync(), ClientProgram.Talkative, Cancellation);
        var told = await job.ProgressAsync(Cancellation).ToListAsync(Cancellation);

        await using var client = await server.ConnectAsync();
        await using var all = await client.JoinSessionAsync("work", since: 0, Cancellation);
        Assert.Equal(told.Select(t => t.Seq), (await all.Job(job.Id).ProgressAsync(Cancellation).ToListAsync(Cancellation)).Select(t => t.Seq));
        await using var none = await client.JoinSessionAsync("work", cancellation: Cancellation);
        var ended = Assert.IsType<JobProgress.Ended>(Assert.Single(await none.Job(job.Id).ProgressAsync(Cancellation).ToListAsync(Cancellation)));
        Assert.Equal(job.Id, ended.Outcome.Summary!.JobId);
        await none.Job(job.Id).WaitAsync(Cancellation);
        var unknown = await Assert.ThrowsAsync<ServerErrorException>(() => none.Job("job-none").WaitAsync(Cancellation));
        Assert.Equal("Unknown job_id 'job-none'.", unknown.Error.Message);
    }

    [Fact]
    public async Task ALongJobOfAnotherClientIsFollowedFromTheMiddleToItsEnd()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, name: "work");
        var job = await session.SubmitAsync(await session.UploadLargeAsync(), ClientProgram.WholeTree, Cancellation);
        await using var client = await server.ConnectAsync();
        await using var other = await client.JoinSessionAsync("work", cancellation: Cancellation);
        var followed = other.Job(job.Id).EndAsync(Cancellation);
        var read = other.Job(job.Id).ProgressAsync(Cancellation).ToListAsync(Cancellation).AsTask();
        await job.CancelAsync(Cancellation);
        Assert.Equal(JobEnd.Cancelled, (await followed).Status);
        Assert.Equal(JobEnd.Cancelled, Assert.IsType<JobProgress.Ended>((await read)[^1]).Outcome.Status);
    }

    [Fact]
    public async Task WhatIsKeptIsBoundedAndWhoComesLateIsToldHowMuchIsMissing()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, ClientProgram.Quick() with { KeptProgress = 5 });
        var job = await session.SubmitAsync(await session.UploadIrisAsync(), ClientProgram.Talkative, Cancellation);
        await job.WaitAsync(Cancellation);
        var told = await job.ProgressAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal(6, told.Count);
        Assert.True(Assert.IsType<JobProgress.Missed>(told[0]).Count > 50);
        Assert.IsType<JobProgress.Ended>(told[^1]);
    }
}
