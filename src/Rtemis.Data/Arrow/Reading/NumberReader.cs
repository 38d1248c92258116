using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Rtemis.Data.Arrow;

/// <summary>Makes columns of numbers.</summary>
static class NumberReader
{
    // Within these a whole number and a power of ten are exact doubles, so that their quotient is rounded once.
    const long ExactWhole = 1L << 53;
    const int ExactPower = 22;

    public static Column Read(ColumnChunks chunks, ArrowType.Int type) => (type.Bits, type.Signed) switch
    {
        (8, true) => Integer(chunks, chunks.Widen<sbyte, int>()),
        (8, false) => Integer(chunks, chunks.Widen<byte, int>()),
        (16, true) => Integer(chunks, chunks.Widen<short, int>()),
        (16, false) => Integer(chunks, chunks.Widen<ushort, int>()),
        (32, true) => Integer(chunks, chunks.Cells<int>()),
        (32, false) => IntegerOrDouble<uint>(chunks),
        (64, true) => IntegerOrDouble<long>(chunks),
        _ => IntegerOrDouble<ulong>(chunks),
    };

    public static Column Read(ColumnChunks chunks, ArrowType.Float type) => Double(chunks, type.Precision switch
    {
        Precision.Half => chunks.Widen<Half, double>(),
        Precision.Single => chunks.Widen<float, double>(),
        _ => chunks.Cells<double>(),
    });

    public static Column Read(ColumnChunks chunks, ArrowType.Decimal type) =>
        Double(chunks, chunks.Convert<Int128, double>(value => ToDouble(value, type.Scale)));

    // R has no wider whole numbers, and its missing one is the least of 32 bits: what does not fit becomes doubles, the whole column.
    static Column IntegerOrDouble<T>(ColumnChunks chunks) where T : unmanaged, IBinaryInteger<T> =>
        chunks.All.All(Fits<T>) ? Integer(chunks, chunks.Widen<T, int>()) : Double(chunks, chunks.Widen<T, double>());

    static bool Fits<T>(Chunk chunk) where T : unmanaged, IBinaryInteger<T>
    {
        var values = MemoryMarshal.Cast<byte, T>(chunk.Values.Span);
        var low = T.CreateSaturating(-int.MaxValue);
        var high = T.CreateSaturating(int.MaxValue);
        for (var i = 0; i < values.Length; i++)
            if ((values[i] < low || values[i] > high) && (chunk.Validity is not { } bits || bits[i])) return false;
        return true;
    }

    static double ToDouble(Int128 value, int scale)
    {
        if (scale is >= 0 and <= ExactPower && value <= ExactWhole && value >= -ExactWhole)
            return (double)(long)value / Math.Pow(10, scale);
        // Parsing rounds correctly whatever the size.
        return double.Parse(string.Create(CultureInfo.InvariantCulture, $"{value}E{-(long)scale}"), CultureInfo.InvariantCulture);
    }

    static IntegerColumn Integer(ColumnChunks chunks, ReadOnlyMemory<int> values) => new(chunks.Field.Name, values, chunks.Validity());

    static DoubleColumn Double(ColumnChunks chunks, ReadOnlyMemory<double> values) => new(chunks.Field.Name, values, chunks.Validity());
}
