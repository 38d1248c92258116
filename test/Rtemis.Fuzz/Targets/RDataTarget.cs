using Rtemis.Data;

namespace Rtemis.Fuzz.Targets;

/// <summary>Objects that R wrote: each is read, and survives being written, or it is refused; with memory within a limit.</summary>
sealed class RDataTarget : IFuzzTarget
{
    const long Limit = 8 << 20;

    public string Name => "rdata";

    public IReadOnlyList<byte[]> Seeds { get; } = [Written(RDataFrame.FromTable(ArrowStreamReader.Read(SampleStreams.Ours()))), Written(Nested())];

    public IReadOnlyList<byte[]> Words { get; } =
        [[0, 0, 0, 0xfe], [0, 0, 0, 0xee], [0, 0, 2, 0xff], [0, 0, 4, 2], [0, 0, 0, 0x13], [0xff, 0xff, 0xff, 0xff], [0, 4, 0, 9]];

    public Task<string> RunAsync(byte[] input, CancellationToken cancellation)
    {
        RObject read;
        try
        {
            read = RSerialization.Read(new MemoryStream(input), Limit, cancellation);
        }
        catch (RDataFormatException e)
        {
            // What the object is called stands soon after.
            return Task.FromResult(string.Join(' ', Outcome.Shape(e.Message).Split(' ').Take(4)));
        }
        var again = RSerialization.Read(new MemoryStream(Written(read)), 16 * Limit, cancellation);
        return again.GetType() == read.GetType()
            ? Task.FromResult(read.GetType().Name)
            : throw new FindingException("What was read is another object once it is written.");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static RList Nested()
    {
        var inner = new RList([RNull.Instance, new RCharacter(new[] { "x", null }), new RRaw(new byte[] { 1 })]);
        return RList.Named([new("a", new RDouble(new double[] { 1, double.NaN })), new("b", inner)], "kind");
    }

    static byte[] Written(RObject value)
    {
        using var stream = new MemoryStream();
        RSerialization.Write(value, stream);
        return stream.ToArray();
    }
}
