using System.Globalization;

namespace Rtemis.Learning.Training;

/// <summary>Numbers in sentences, as rtemis shows them: two decimals, or an exponent where two decimals say nothing.</summary>
public static class TwoDecimals
{
    /// <summary><c>0.90</c>, <c>4e-03</c>, <c>1.2e+06</c>, <c>-Inf</c>, <c>NA</c>.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "NA";
        if (double.IsInfinity(value)) return value > 0 ? "Inf" : "-Inf";
        if (value == 0) return "0.00";
        if (Math.Abs(value) >= 1e6) return Exponent(value);
        var text = Fixed(value);
        return text is "0.00" or "-0.00" ? Exponent(value) : text;
    }

    // C rounds an exact tie to the even digit, .NET away from zero; only eighths can be tied at two decimals.
    static string Fixed(double value)
    {
        var rounded = Math.Floor(value * 8) == value * 8 ? Math.Round(value * 100, MidpointRounding.ToEven) / 100 : value;
        return rounded.ToString("F2", CultureInfo.InvariantCulture);
    }

    static string Exponent(double value) => value.ToString("0.#e+00", CultureInfo.InvariantCulture);
}
