using Rtemis.Client;
using Rtemis.Data;
using Rtemis.EndToEnd.Tests.Durability;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests.Clients;

/// <summary>Tables on their way to the running program.</summary>
public sealed class UploadTests
{
    static readonly Table Sample = SampleTable.Random(20_000, 5);

    static readonly byte[] Stream = SampleTable.Arrow(Sample);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static ClientOptions SmallChunks => ClientProgram.Quick() with { UploadChunkBytes = 50_000 };

    [Fact]
    public async Task AnUploadGoesOnOverCutLinesAndIsOneTable()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, SmallChunks);
        var arrived = new List<long>();
        using var stream = new MemoryStream(Stream);
        var table = await session.UploadAsync("t", stream, new Told(bytes =>
        {
            arrived.Add(bytes);
            session.Connection.Abort();
        }), Cancellation);
        Assert.Equal(Stream.Length, arrived[^1]);
        Assert.Equal(arrived.Distinct().Order(), arrived);
        Assert.True(arrived.Count > 10);
        Assert.Equal(table.Id, Assert.Single(await session.TablesAsync(Cancellation)).Id);
        await SameAsync(table);
    }

    [Fact]
    public async Task AnUploadGoesOnAfterTheServersRestart()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, SmallChunks);
        Task? restarting = null;
        var table = await session.UploadAsync("t", Sample, new Told(bytes =>
        {
            if (bytes > Stream.Length / 2) restarting ??= RestartAsync();
        }), Cancellation);
        await restarting!;
        Assert.Single(await session.TablesAsync(Cancellation));
        Assert.Equal(Stream, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(state.Data)), Cancellation));
        await SameAsync(table);

        async Task RestartAsync()
        {
            ServerProcess.Signal("-KILL", server.Id);
            await server.WaitForExitAsync();
            await state.StartAsync("--port", $"{server.Port}");
        }
    }

    [Fact]
    public async Task AStreamThatCannotTellItsLengthIsUploadedToo()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, SmallChunks);
        var pipe = new System.IO.Pipelines.Pipe();
        var writing = Task.Run(async () =>
        {
            await pipe.Writer.WriteAsync(Stream, Cancellation);
            await pipe.Writer.CompleteAsync();
        }, Cancellation);
        await SameAsync(await session.UploadAsync("t", pipe.Reader.AsStream(), cancellation: Cancellation));
        await writing;
    }

    [Fact]
    public async Task AStreamIsTakenFromItsPositionOn()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        using var stream = new MemoryStream([1, 2, 3, .. Stream]) { Position = 3 };
        await SameAsync(await session.UploadAsync("t", stream, cancellation: Cancellation));
    }

    [Fact]
    public async Task DelimitedTextBecomesATableAndWhatIsNoneIsRefusedHere()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        using var text = new MemoryStream("""
            age;sex;score
            30;f;1,5
            NA;m;2,5
            """u8.ToArray());
        var table = await session.UploadCsvAsync("people", text, new() { DecimalMark = ',' }, cancellation: Cancellation);
        var columns = (await table.DescribeAsync(cancellation: Cancellation)).Columns;
        Assert.Equal([("age", "integer", 1), ("sex", "factor", 0), ("score", "double", 0)], columns.Select(c => (c.Name, c.Type, c.NMissing)));
        using var broken = new MemoryStream("a,b\n1,2,3,4\n"u8.ToArray());
        await Assert.ThrowsAsync<CsvFormatException>(() => session.UploadCsvAsync("broken", broken, cancellation: Cancellation));
    }

    [Fact]
    public async Task WhatIsNoTableIsRefusedAndLeavesNothing()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, SmallChunks);
        // More often than uploads can be open at a time.
        for (var i = 0; i < 20; i++)
        {
            using var stream = new MemoryStream(new byte[120_000]);
            var refused = await Assert.ThrowsAsync<ServerErrorException>(() => session.UploadAsync("t", stream, cancellation: Cancellation));
            Assert.Equal(ErrorCodes.InvalidParams, refused.Error.Code);
        }
        await Assert.ThrowsAsync<ArgumentException>(() => session.UploadAsync("t", System.IO.Stream.Null, cancellation: Cancellation));
        Assert.Empty(await session.TablesAsync(Cancellation));
    }

    [Fact]
    public async Task AnUploadThatIsCancelledIsDroppedByTheServer()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, SmallChunks);
        // More often than uploads can be open at a time.
        for (var i = 0; i < 20; i++)
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.UploadAsync("t", Sample, new Told(_ => stop.Cancel()), stop.Token));
        }
        Assert.Equal(ConnectionState.Connected, session.State);
        await SameAsync(await session.UploadAsync("t", Sample, cancellation: Cancellation));
    }

    static async Task SameAsync(RtemisTable table)
    {
        Assert.Equal((Sample.Rows, Sample.Columns.Count), (table.Rows, table.Cols));
        var page = await table.PageAsync(new() { Offset = Sample.Rows - 100 }, Cancellation);
        for (var j = 0; j < Sample.Columns.Count; j++)
            Assert.Equal(((DoubleColumn)Sample.Columns[j]).Values.ToArray()[^100..], ((DoubleColumn)page.Rows.Columns[j]).Values.ToArray());
    }

    /// <summary>Progress that is told at once.</summary>
    sealed class Told(Action<long> take) : IProgress<long>
    {
        public void Report(long value) => take(value);
    }
}
