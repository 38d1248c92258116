using System.Globalization;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Numbers as text, as C and R write them: rounded to significant digits, an exact tie to the even digit. Source: the C standard on
/// <c>printf</c> and the R documentation of <c>as.character</c> and <c>options(scipen)</c>.
/// </summary>
static class NumberText
{
    // More than any double needs to tell a tie from what only looks like one.
    const string Exact = "E40";

    /// <summary>C's <c>%.{digits}g</c>.</summary>
    public static string General(double value, int digits)
    {
        if (NotFinite(value) is { } word) return word;
        var (kept, exponent) = Digits(Math.Abs(value), digits);
        var scientific = exponent < -4 || exponent >= digits;
        return Sign(value) + (scientific ? Scientific(kept, exponent) : Fixed(kept, exponent));
    }

    /// <summary>R's <c>as.character</c>: up to 15 significant digits, without an exponent unless that is shorter.</summary>
    public static string Of(double value)
    {
        if (NotFinite(value) is { } word) return word;
        var (kept, exponent) = Digits(Math.Abs(value), 15);
        // The digits before the point are all shown, beyond the fifteenth too.
        var plain = exponent < 15 ? Fixed(kept, exponent) : Math.Abs(value).ToString("F0", CultureInfo.InvariantCulture);
        var scientific = Scientific(kept, exponent);
        return Sign(value) + (plain.Length <= scientific.Length ? plain : scientific);
    }

    static string? NotFinite(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Inf" : "-Inf";
        return null;
    }

    static string Sign(double value) => value < 0 ? "-" : "";

    // The significant digits without the zeros at their end, at least one, and the exponent of the first.
    static (string Digits, int Exponent) Digits(double value, int count)
    {
        var text = value.ToString(Exact, CultureInfo.InvariantCulture);
        var exponent = int.Parse(text[(text.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var all = text[0] + text[2..text.IndexOf('E', StringComparison.Ordinal)];
        var kept = all[..count].ToCharArray();
        var rest = all[count..];
        var isTie = rest[0] == '5' && rest.AsSpan(1).IndexOfAnyExcept('0') < 0;
        var up = isTie ? (kept[^1] - '0') % 2 == 1 : rest[0] >= '5';
        for (var i = count - 1; up && i >= 0; i--)
        {
            up = kept[i] == '9';
            kept[i] = up ? '0' : (char)(kept[i] + 1);
        }
        // All were nines.
        if (up) (kept[0], exponent) = ('1', exponent + 1);
        var digits = new string(kept).TrimEnd('0');
        return (digits.Length > 0 ? digits : "0", exponent);
    }

    static string Scientific(string digits, int exponent)
    {
        var power = $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        return digits.Length == 1 ? digits + power : $"{digits[0]}.{digits[1..]}{power}";
    }

    static string Fixed(string digits, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1) return digits.PadRight(exponent + 1, '0');
        return $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }
}
