using System.Globalization;

namespace Rtemis.Data.Csv;

/// <summary>
/// A field that R reads as a number, taken apart: blanks around it, a sign, then decimal digits with a decimal mark and an exponent, hexadecimal digits after
/// <c>0x</c>, <c>Inf</c>, <c>infinity</c> or <c>NaN</c> in either case. An exponent without digits is none.
/// </summary>
readonly ref struct NumberScan
{
    // What a double holds exactly: mantissas of so many digits, and powers of ten up to that.
    const int ExactDigits = 15, ExactPower = 22;

    static readonly double[] PowersOfTen = [.. Enumerable.Range(0, ExactPower + 1).Select(n => double.Parse($"1e{n}", CultureInfo.InvariantCulture))];

    readonly ReadOnlySpan<byte> _digits;
    readonly ulong _mantissa;
    readonly int _significant, _exponent;
    readonly byte _decimalMark;
    readonly double? _other;
    readonly bool _negative;

    NumberScan(ReadOnlySpan<byte> digits, byte decimalMark, bool negative, ulong mantissa, int significant, int exponent, bool isPlain)
    {
        _digits = digits;
        _decimalMark = decimalMark;
        _negative = negative;
        _mantissa = mantissa;
        _significant = significant;
        _exponent = exponent;
        // R has no integer of the least 32-bit value, which is its missing one.
        IsInteger = isPlain && significant <= ExactDigits && mantissa <= int.MaxValue;
    }

    NumberScan(double other, bool negative)
    {
        _digits = [];
        _other = other;
        _negative = negative;
    }

    /// <summary>Whether it is written as a whole number that 32 bits hold. To R, blanks behind it make it a double.</summary>
    public bool IsInteger { get; }

    /// <summary>The value, if it <see cref="IsInteger"/>.</summary>
    public int Integer => _negative ? -(int)_mantissa : (int)_mantissa;

    /// <summary>The double that is nearest.</summary>
    public double Double => _negative ? -Magnitude : Magnitude;

    double Magnitude => _other ?? (_significant > ExactDigits || Math.Abs(_exponent) > ExactPower ? Parse()
        : _exponent < 0 ? _mantissa / PowersOfTen[-_exponent] : _mantissa * PowersOfTen[_exponent]);

    /// <summary>Takes <paramref name="text"/> apart, if it is a number.</summary>
    public static bool TryScan(ReadOnlySpan<byte> text, byte decimalMark, out NumberScan scan)
    {
        scan = default;
        var rest = CellText.SkipBlanks(text);
        // R looks for its NA first, so this is the one way of writing NaN that is none.
        if (rest.StartsWith("NA"u8)) return false;
        var negative = rest is [(byte)'-', ..];
        if (rest is [(byte)'-' or (byte)'+', ..]) rest = rest[1..];
        return rest switch
        {
            [(byte)'0', (byte)'x' or (byte)'X', _, ..] => TryHexadecimal(rest[2..], negative, out scan),
            [(>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)',', ..] => TryDecimal(rest, decimalMark, negative, out scan),
            _ => TryWord(rest, negative, out scan),
        };
    }

    static bool TryWord(ReadOnlySpan<byte> rest, bool negative, out NumberScan scan)
    {
        var (value, length) = Starts(rest, "infinity") ? (double.PositiveInfinity, 8)
            : Starts(rest, "inf") ? (double.PositiveInfinity, 3)
            : Starts(rest, "nan") ? (double.NaN, 3) : default;
        scan = new NumberScan(value, negative);
        return length > 0 && CellText.IsBlank(rest[length..]);
    }

    static bool Starts(ReadOnlySpan<byte> text, string word)
    {
        if (text.Length < word.Length) return false;
        for (var i = 0; i < word.Length; i++)
            if ((text[i] | 0x20) != word[i]) return false;
        return true;
    }

    static bool TryHexadecimal(ReadOnlySpan<byte> rest, bool negative, out NumberScan scan)
    {
        var value = 0.0;
        var at = 0;
        for (; at < rest.Length && char.IsAsciiHexDigit((char)rest[at]); at++)
            value = value * 16 + "0123456789abcdef"u8.IndexOf((byte)(rest[at] | 0x20));
        scan = new NumberScan(value, negative);
        return at > 0 && CellText.IsBlank(rest[at..]);
    }

    static bool TryDecimal(ReadOnlySpan<byte> rest, byte decimalMark, bool negative, out NumberScan scan)
    {
        var (mantissa, significant, digits, decimals, at) = (0UL, 0, 0, 0, 0);
        var mark = -1;
        for (; at < rest.Length; at++)
        {
            var digit = (uint)(rest[at] - '0');
            if (digit <= 9)
            {
                digits++;
                if (mark >= 0) decimals++;
                if (significant > 0 || digit > 0) significant++;
                if (significant <= ExactDigits) mantissa = mantissa * 10 + digit;
            }
            else if (rest[at] == decimalMark && mark < 0) mark = at;
            else break;
        }
        var end = at;
        var exponent = 0;
        if (at < rest.Length && (rest[at] | 0x20) == 'e') exponent = Exponent(rest, ref at, ref end);
        scan = new NumberScan(rest[..end], decimalMark, negative, mantissa, significant, exponent - decimals, isPlain: at == digits && at == rest.Length);
        return digits > 0 && CellText.IsBlank(rest[at..]);
    }

    // Reads the exponent at the given place, which moves past it; the end of what counts moves along only if there are digits.
    static int Exponent(ReadOnlySpan<byte> rest, ref int at, ref int end)
    {
        const int Beyond = 100_000;
        at++;
        var negative = at < rest.Length && rest[at] == '-';
        if (at < rest.Length && rest[at] is (byte)'-' or (byte)'+') at++;
        var exponent = 0;
        for (; at < rest.Length && (uint)(rest[at] - '0') <= 9; end = ++at) exponent = Math.Min(Beyond, exponent * 10 + (rest[at] - '0'));
        return negative ? -exponent : exponent;
    }

    double Parse()
    {
        if (_decimalMark == '.') return double.Parse(_digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        var text = _digits.ToArray();
        text.AsSpan().Replace(_decimalMark, (byte)'.');
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
