using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.DataSets;
using Rtemis.Server.Sessions;
using Rtemis.Server.State;
using Rtemis.Server.Tests.State;

namespace Rtemis.Server.Tests.Sessions;

public sealed class SessionEventTests : IDisposable
{
    static readonly DateTimeOffset Then = DateTimeOffset.UnixEpoch;

    readonly TemporaryState _state = new();
    readonly Session _session;

    public SessionEventTests()
    {
        var row = new SessionRow("sess-1", "s", Then, Then, 0);
        _state.Store.Write(tx => tx.Put(row));
        _session = Open(row);
    }

    public void Dispose() => _state.Dispose();

    Session Open(SessionRow row) => new(row, new DataStore(row.Id, null!, _state.Store, TimeProvider.System), _state.Store, TimeProvider.System);

    // The session as another server process finds it.
    Session Reopen()
    {
        _state.Reopen();
        var content = _state.Store.Content;
        var row = content.Sessions.Single();
        var session = Open(row);
        session.Restore(content.Events[row.Id], row.LastTaken);
        return session;
    }

    void Publish(int count)
    {
        for (var i = 0; i < count; i++) _session.Publish(EventNames.JobCancelled, new JobCancelledData($"{i}"), ProtocolJson.Default.JobCancelledData);
    }

    [Fact]
    public void EveryAttachedMemberHearsEveryEventOnceAndInOrder()
    {
        Member a = new("a"), b = new("b");
        _session.Attach(a);
        _session.Attach(b);
        Publish(3);
        Assert.Equal([1, 2, 3], a.Seqs);
        Assert.Equal([1, 2, 3], b.Seqs);
    }

    [Fact]
    public void WhatHappenedWhileNobodyWasThereComesFirstOnJoining()
    {
        Member a = new("a"), b = new("b");
        _session.Attach(a);
        Publish(2);
        _session.Detach(a);
        Publish(3);
        _session.Attach(b);
        Assert.Equal(EventNames.SessionConnectionLeft, b.Names[0]);
        Assert.Equal([3, 4, 5, 6], b.Seqs);
    }

    [Fact]
    public void ASecondMemberIsNotToldWhatTheFirstHasHeard()
    {
        Member a = new("a"), b = new("b");
        _session.Attach(a);
        Publish(2);
        _session.Attach(b);
        Assert.Empty(b.Seqs);
    }

    [Fact]
    public void OfMoreThan256UnattendedEventsTheOldestAreDroppedAndCounted()
    {
        var a = new Member("a");
        _session.Attach(a);
        _session.Detach(a);
        Publish(300);
        var b = new Member("b");
        _session.Attach(b);
        Assert.Equal(256, b.Seqs.Count);
        Assert.Equal(301, b.Seqs[^1]);
        Assert.Equal(EventNames.SessionEventsDropped, b.Names[^1]);
        Assert.Equal(45, b.Dropped);
    }

    [Fact]
    public void SinceReplaysWhatCameAfterThatNumberAttendedOrNot()
    {
        var a = new Member("a");
        _session.Attach(a);
        Publish(5);
        var b = new Member("b");
        _session.Attach(b, since: 2);
        Assert.Equal([3, 4, 5], b.Seqs);
    }

    [Fact]
    public void TheLogIsBoundedAndTellsWhatItLost()
    {
        Publish(5000);
        var a = new Member("a");
        _session.Attach(a, since: 0);
        Assert.Equal(4096, a.Seqs.Count);
        Assert.Equal(904, a.Dropped);
    }

    [Fact]
    public void AcknowledgedEventsAreForgotten()
    {
        Publish(10);
        Assert.Equal(7, _session.Acknowledge(7));
        Assert.Equal(10, _session.Acknowledge(99));
        var a = new Member("a");
        _session.Attach(a, since: 10);
        Assert.Empty(a.Seqs);
    }

    [Fact]
    public void AnotherProcessGoesOnWithTheEventsAndTheirNumbers()
    {
        Publish(3);
        var session = Reopen();
        session.Publish(EventNames.JobCancelled, new JobCancelledData("x"), ProtocolJson.Default.JobCancelledData);
        var a = new Member("a");
        session.Attach(a, since: 1);
        Assert.Equal([2, 3, 4], a.Seqs);
    }

    [Fact]
    public void ANumberIsNotUsedAgainEvenIfAllEventsWereForgotten()
    {
        Publish(3);
        _session.Acknowledge(3);
        var session = Reopen();
        session.Publish(EventNames.JobCancelled, new JobCancelledData("x"), ProtocolJson.Default.JobCancelledData);
        var a = new Member("a");
        session.Attach(a, since: 3);
        Assert.Equal([4], a.Seqs);
    }

    [Fact]
    public void WhoWasAttachedWhenTheServerEndedWasSentAll()
    {
        _session.Attach(new Member("a"));
        Publish(3);
        var b = new Member("b");
        Reopen().Attach(b);
        Assert.Empty(b.Seqs);
    }

    [Fact]
    public void WhatNobodyWasSentBeforeTheServerEndedIsSentAfterIt()
    {
        var a = new Member("a");
        _session.Attach(a);
        _session.Detach(a);
        Publish(3);
        var b = new Member("b");
        Reopen().Attach(b);
        Assert.Equal([1, 2, 3, 4], b.Seqs);
    }

    [Fact]
    public void TheDatabaseKeepsNotManyMoreEventsThanTheLog()
    {
        Publish(6000);
        _state.Reopen();
        Assert.InRange(_state.Store.Content.Events["sess-1"].Count(), 4096, 4096 + 257);
    }

    sealed class Member(string id) : ISessionMember
    {
        public string Id => id;

        public Session? Session { get; set; }

        public List<long> Seqs { get; } = [];

        public List<string> Names { get; } = [];

        public long? Dropped { get; private set; }

        public void Send(byte[] frame)
        {
            using var header = System.Text.Json.JsonDocument.Parse(frame.AsMemory(4));
            var root = header.RootElement;
            Names.Add(root.GetProperty("event").GetString()!);
            if (root.TryGetProperty("seq", out var seq)) Seqs.Add(seq.GetInt64());
            if (root.GetProperty("data").TryGetProperty("events_dropped", out var dropped)) Dropped = dropped.GetInt64();
        }
    }
}
