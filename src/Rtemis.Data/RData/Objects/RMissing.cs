namespace Rtemis.Data;

/// <summary>How R marks missing numbers.</summary>
public static class RMissing
{
    const ulong DoubleBits = 0x7FF0_0000_0000_07A2;
    const uint LowWord = 1954;

    /// <summary><c>NA</c> among truth values and whole numbers.</summary>
    public const int Integer = int.MinValue;

    /// <summary><c>NA</c> among doubles: a NaN whose low word is 1954.</summary>
    public static double Double => BitConverter.UInt64BitsToDouble(DoubleBits);

    /// <summary>Whether a double is <c>NA</c>, as opposed to any other NaN. The processor may have made it a quiet one.</summary>
    public static bool IsMissing(double value) => double.IsNaN(value) && (uint)BitConverter.DoubleToUInt64Bits(value) == LowWord;
}
