using System.Runtime.CompilerServices;

namespace Rtemis.Client.Tests;

/// <summary>What is kept of jobs, and what is not.</summary>
public sealed class JobTrackTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static JobProgress.Text Step(int number) => new(ProgressLevel.Info) { Seq = number };

    static JobProgress.Ended End => new(new JobOutcome(JobEnd.Complete, null, null));

    [Fact]
    public async Task AReaderThatFallsBehindIsToldHowMuchItMissedAndGoesOn()
    {
        var track = new JobTrack("job-1", most: 3);
        track.Add(Step(1));
        await using var reader = track.ReadAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(1, reader.Current.Seq);
        for (var i = 2; i <= 8; i++) track.Add(Step(i));
        var seen = new List<JobProgress>();
        for (var i = 0; i < 4; i++)
        {
            Assert.True(await reader.MoveNextAsync());
            seen.Add(reader.Current);
        }
        Assert.Equal([new JobProgress.Missed(4), Step(6), Step(7), Step(8)], seen);
        track.Add(End);
        Assert.True(await reader.MoveNextAsync());
        Assert.IsType<JobProgress.Ended>(reader.Current);
        Assert.False(await reader.MoveNextAsync());
    }

    [Fact]
    public async Task NothingFollowsTheEndWhateverComes()
    {
        var track = new JobTrack("job-1", most: 10);
        track.Add(Step(1));
        track.Add(End);
        track.Add(Step(2));
        track.Fail(new InvalidOperationException());
        Assert.Equal(2, await track.ReadAsync(Cancellation).CountAsync(Cancellation));
        Assert.Equal(JobEnd.Complete, (await track.Ended).Status);
    }

    [Fact]
    public async Task WhatIsToldBeforeAFailureIsReadBeforeIt()
    {
        var track = new JobTrack("job-1", most: 10);
        track.Add(Step(1));
        track.Fail(new InvalidOperationException("gone"));
        await using var reader = track.ReadAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("gone", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.MoveNextAsync())).Message);
    }

    [Fact]
    public void AJobThatHasEndedIsForgottenOnceNobodyHoldsItAndOthersHaveEndedSince()
    {
        var board = new JobBoard(keptProgress: 10);
        var forgotten = EndOne(board, "job-0");
        var held = board.Find("job-held");
        board.Take("job-held", End);
        board.Take("job-running", Step(1));
        for (var i = 1; i <= 20; i++) EndOne(board, $"job-{i}");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(forgotten.IsAlive);
        Assert.Same(held, board.Find("job-held"));
        Assert.True(board.Find("job-running").IsFollowed);
        Assert.True(board.Find("job-20").Ended.IsCompleted);
        Assert.False(board.Find("job-0").IsFollowed);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference EndOne(JobBoard board, string id)
    {
        board.Take(id, Step(1));
        board.Take(id, End);
        return new WeakReference(board.Find(id));
    }
}
