using Apache.Arrow.Ipc;
using Rtemis.Data;
using ArrowStreamReader = Rtemis.Data.ArrowStreamReader;
using ArrowStreamWriter = Rtemis.Data.ArrowStreamWriter;

namespace Rtemis.Fuzz.Targets;

/// <summary>Arrow streams: each is a table of which every cell can be read and that survives being written, or it is refused; with memory to its size.</summary>
sealed class ArrowTarget : IFuzzTarget
{
    const long Slack = 1 << 20;

    public string Name => "arrow";

    public IReadOnlyList<byte[]> Seeds { get; } =
        [SampleStreams.Ours(), SampleStreams.Others(null), SampleStreams.Others(CompressionCodecType.Lz4Frame), SampleStreams.Others(CompressionCodecType.Zstd)];

    public IReadOnlyList<byte[]> Words { get; } = [[0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0], "ARROW1"u8.ToArray()];

    public Task<string> RunAsync(byte[] input, CancellationToken cancellation)
    {
        Table table;
        var limit = 64L * input.Length + Slack;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            table = ArrowStreamReader.Read(input, memoryLimit: limit);
        }
        catch (ArrowFormatException e)
        {
            return Task.FromResult(Outcome.Shape(e.Message));
        }
        // The collation's tables are loaded once, with the first letter beyond ASCII.
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > limit + 8 * Slack) throw new FindingException($"{input.Length} bytes took {allocated} bytes of memory.");
        return Task.FromResult(Use(table, cancellation));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static string Use(Table table, CancellationToken cancellation)
    {
        TableSummary.Describe(table, distributions: true, parallelism: 1, cancellation: cancellation);
        using var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        var again = ArrowStreamReader.Read(stream.ToArray(), memoryLimit: long.MaxValue);
        if (again.Rows != table.Rows || again.Columns.Count != table.Columns.Count) throw new FindingException("What was read is another table once it is written.");
        foreach (var (one, other) in table.Columns.Zip(again.Columns))
            if (one.Name != other.Name || one.MissingCount != other.MissingCount) throw new FindingException($"Column '{one.Name}' is another once it is written.");
        return string.Join(' ', table.Columns.Select(c => c.GetType().Name));
    }
}
