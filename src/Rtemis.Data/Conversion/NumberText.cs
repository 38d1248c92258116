using System.Globalization;

namespace Rtemis.Data;

/// <summary>
/// Numbers as R's <c>as.character</c> writes doubles: up to 15 significant digits, and with an exponent where that is shorter than without.
/// </summary>
static class NumberText
{
    const int Digits = 15;

    public static string Of(double value) => Of(value, fixedPreference: 0);

    /// <summary>The text of <paramref name="value"/>; an exponent must save more than <paramref name="fixedPreference"/> characters (R's <c>scipen</c>).</summary>
    public static string Of(double value, int fixedPreference)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Inf" : "-Inf";
        if (value == 0) return "0";
        var rounded = Math.Abs(value).ToString($"E{Digits - 1}", CultureInfo.InvariantCulture);
        var mantissa = rounded[..rounded.IndexOf('E', StringComparison.Ordinal)].TrimEnd('0').TrimEnd('.');
        var exponent = int.Parse(rounded.AsSpan(rounded.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var significant = Math.Max(1, mantissa.Length - 1);
        var decimals = Math.Max(0, significant - 1 - exponent);
        var scientific = $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        var fixedLength = Math.Max(0, exponent) + 1 + (decimals > 0 ? decimals + 1 : 0);
        var text = fixedLength <= (long)scientific.Length + fixedPreference ? Math.Abs(value).ToString($"F{decimals}", CultureInfo.InvariantCulture) : scientific;
        return value < 0 ? $"-{text}" : text;
    }
}
