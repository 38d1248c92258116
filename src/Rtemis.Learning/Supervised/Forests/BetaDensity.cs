using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The density of a beta distribution.</summary>
readonly struct BetaDensity
{
    // What is closer to 0 or 1 counts as this far from it.
    const double Epsilon = 2.220446049250313e-16;

    readonly double _first;
    readonly double _second;
    readonly double _constant;

    BetaDensity(double mean, double precision)
    {
        (_first, _second) = (mean * precision, (1 - mean) * precision);
        _constant = GammaFunction.Log(precision) - GammaFunction.Log(_first) - GammaFunction.Log(_second);
    }

    /// <summary>The distribution of a mean from 0 to 1 and a variance above 0.</summary>
    public static BetaDensity Of(double mean, double variance) => new(Inside(mean), Math.Max(mean * (1 - mean) / variance - 1, Epsilon));

    /// <summary>Its logarithm at a number from 0 to 1.</summary>
    public double Log(double number)
    {
        var inside = Inside(number);
        return _constant + (_first - 1) * Math.Log(inside) + (_second - 1) * Math.Log(1 - inside);
    }

    static double Inside(double number) => Math.Clamp(number, Epsilon, 1 - Epsilon);
}
