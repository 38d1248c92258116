namespace Rtemis.Client.Tests;

/// <summary>Bytes of a table in chunks.</summary>
public sealed class ChunkBufferTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(95, 10)]
    public async Task ChunksAreFullButTheLastAndHaveAllBytesInOrder(int bytes, int chunks)
    {
        byte[] written = [.. Enumerable.Range(0, bytes).Select(i => (byte)i)];
        await using var buffer = new ChunkBuffer(10);
        foreach (var part in written.Chunk(7)) await buffer.WriteAsync(part, Cancellation);
        using var stream = new MemoryStream(written);
        foreach (var source in (IUploadSource[])[buffer, new StreamSource(stream, 10)])
        {
            Assert.Equal((bytes, chunks), (source.TotalBytes, source.Chunks));
            var read = new List<byte>();
            for (var i = 0; i < chunks; i++) read.AddRange((await source.ReadAsync(i, Cancellation)).ToArray());
            Assert.Equal(written, read);
        }
    }
}
