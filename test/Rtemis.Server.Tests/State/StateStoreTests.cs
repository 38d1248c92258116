using Microsoft.Data.Sqlite;
using Rtemis.Server.State;

namespace Rtemis.Server.Tests.State;

public sealed class StateStoreTests : IDisposable
{
    static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    readonly TemporaryState _state = new();

    public void Dispose() => _state.Dispose();

    static SessionRow Session(int number) => new($"sess-{number}", $"s{number}", Then.AddSeconds(number), Then, 0);

    void AddSessions(int count)
    {
        for (var i = 0; i < count; i++) _state.Store.Write(tx => tx.Put(Session(i)));
    }

    void AddEvents(string session, int count, int size)
    {
        for (var i = 1; i <= count; i++) _state.Store.TryNote(tx => tx.Add(new EventRow(session, i, new byte[size])));
    }

    [Fact]
    public void WhatWasWrittenIsThereAgain()
    {
        AddSessions(2);
        _state.Store.Write(tx =>
        {
            tx.Put(new UploadRow("upload-1", "sess-1", "u", 10, 2));
            tx.Add(new ChunkRow("upload-1", 2, 0, new(5, ulong.MaxValue)));
        });
        _state.Reopen();
        Assert.Equal([Session(0), Session(1)], _state.Store.Content.Sessions);
        Assert.Equal(new ChunkRow("upload-1", 2, 0, new(5, ulong.MaxValue)), Assert.Single(_state.Store.Content.Chunks["upload-1"]));
    }

    [Fact]
    public void OfAChangeThatFailsNothingIsKept()
    {
        AddSessions(1);
        Assert.Throws<InvalidOperationException>(() => _state.Store.Write(tx =>
        {
            tx.Put(Session(7));
            throw new InvalidOperationException("In the middle.");
        }));
        _state.Reopen();
        Assert.Equal([Session(0)], _state.Store.Content.Sessions);
    }

    [Fact]
    public void ASessionGoesWithAllThatItHas()
    {
        AddSessions(2);
        AddEvents("sess-0", 3, 10);
        _state.Store.Write(tx =>
        {
            tx.Put(new UploadRow("upload-1", "sess-0", "u", 10, 2));
            tx.Add(new ChunkRow("upload-1", 1, 0, new(5, 1)));
        });
        _state.Store.Write(tx => tx.RemoveSession("sess-0"));
        _state.Reopen();
        var content = _state.Store.Content;
        Assert.Equal([Session(1)], content.Sessions);
        Assert.Empty(content.Events);
        Assert.Empty(content.Uploads);
        Assert.Empty(content.Chunks);
    }

    [Fact]
    public void ADatabaseOfANewerVersionIsLeftAlone()
    {
        AddSessions(1);
        var refusal = Assert.Throws<StateException>(() => _state.Reopen(() => Run("PRAGMA user_version = 99")));
        Assert.Contains("was written by a newer version of this program", refusal.Message, StringComparison.Ordinal);
        Run("PRAGMA user_version = 1");
        _state.Reopen();
        Assert.Single(_state.Store.Content.Sessions);
    }

    [Fact]
    public void ADatabaseOfSomebodyElseIsLeftAlone()
    {
        var refusal = Assert.Throws<StateException>(() => _state.Reopen(() => Run("PRAGMA application_id = 12")));
        Assert.Contains("is no state of this program", refusal.Message, StringComparison.Ordinal);
        Run("PRAGMA application_id = 1920232819");
        _state.Reopen();
    }

    [Fact]
    public void ARowThatWasChangedBehindOurBackIsToldFromTheGoodOnes()
    {
        AddSessions(3);
        AddEvents("sess-0", 3, 10);
        _state.Reopen(() => Run("UPDATE items SET body = replace(body, 's1', 's9') WHERE id = 'sess-1'; UPDATE events SET frame = x'00' WHERE seq = 2"));
        Assert.Equal([Session(0), Session(2)], _state.Store.Content.Sessions);
        Assert.Equal(["sess-1", "event 2 of sess-0"], _state.Store.Content.Damaged);
    }

    [Fact]
    public void OfADatabaseWithADamagedPageTheRestIsKept()
    {
        AddSessions(20);
        AddEvents("sess-3", 500, 600);
        _state.Reopen(() => Overwrite(_state.Folder.Database, from: 40 * 4096, length: 4096));
        Assert.Equal(20, _state.Store.Content.Sessions.Count);
        Assert.InRange(_state.Store.Content.Events["sess-3"].Count(), 1, 499);
        Assert.Single(Directory.GetDirectories(_state.Folder.Root, "damaged-*"));
    }

    [Fact]
    public void ADatabaseThatIsNoneAnyMoreIsSetAsideWithAllFiles()
    {
        AddSessions(2);
        File.WriteAllText(Path.Combine(_state.Folder.Data, "data-1.arrow"), "table");
        _state.Reopen(() => Overwrite(_state.Folder.Database, from: 0, length: 4096));
        Assert.Empty(_state.Store.Content.Sessions);
        var aside = Assert.Single(Directory.GetDirectories(_state.Folder.Root, "damaged-*"));
        Assert.Equal("table", File.ReadAllText(Path.Combine(aside, "data", "data-1.arrow")));
        Assert.Empty(Directory.GetFiles(_state.Folder.Data));
        AddSessions(1);
    }

    [Fact]
    public void OneServerAFolder()
    {
        var refusal = Assert.Throws<StateException>(() => new StateFolder(new() { StateDir = _state.Folder.Root }));
        Assert.Contains($"is used by process {Environment.ProcessId}, a server on port 5757 since ", refusal.Message, StringComparison.Ordinal);
    }

    void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_state.Folder.Database};Pooling=False");
        connection.Open();
        StateSql.Run(connection, sql);
    }

    // Nonsense, the same each time.
    static void Overwrite(string path, int from, int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        using var file = File.OpenWrite(path);
        file.Position = from;
        file.Write(bytes);
    }
}
