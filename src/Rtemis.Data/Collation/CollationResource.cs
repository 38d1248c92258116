using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Rtemis.Data;

/// <summary>Reads the numbers of the embedded table file in the order eng/collation wrote them.</summary>
sealed class CollationResource
{
    readonly byte[] _bytes;
    int _position;

    CollationResource(byte[] bytes) => _bytes = bytes;

    public static CollationResource Open()
    {
        using var stream = typeof(CollationResource).Assembly.GetManifestResourceStream("Rtemis.Data.RootCollation.bin")!;
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return new CollationResource(bytes.ToArray());
    }

    /// <summary>The next number: seven bits a byte, low bits first, the high bit set on all bytes but the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Number()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = _bytes[_position++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }

    // Runs once and long: starting it unoptimized, as is usual, makes loading a third slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(Span<int> numbers)
    {
        foreach (ref var number in numbers) number = Number();
    }

    /// <summary>Reads <paramref name="count"/> ascending code points, stored as the gaps between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Ascending(int count)
    {
        var codePoints = new int[count];
        var last = -1;
        foreach (ref var codePoint in codePoints.AsSpan()) codePoint = last += Number() + 1;
        return codePoints;
    }

    /// <summary>Undoes the interleaving of positive and negative numbers.</summary>
    public static int Signed(int number) => (number >>> 1) ^ -(number & 1);
}
