namespace Rtemis.Learning.Random;

/// <summary>
/// Gamma numbers of a shape of 1 or more, from normal and, where these are rejected, double exponential ones. Source: J. H. Ahrens and U. Dieter,
/// "Generating gamma variates by a modified rejection technique", Communications of the ACM 25(1), 1982 (algorithm GD), which R's <c>rgamma</c>
/// follows; names are the paper's.
/// </summary>
readonly struct GammaDraw
{
    // Below this an exponential trial is outside the distribution.
    const double LeastTrial = -0.71874483771719;

    static readonly double[] QuotientTerms = [0.04166669, 0.02083148, 0.00801191, 0.00144121, -7.388e-5, 2.4511e-4, 2.424e-4];
    static readonly double[] LogarithmTerms = [0.3333333, -0.250003, 0.2000062, -0.1662921, 0.1423657, -0.1367177, 0.1233795];

    readonly double _shape;
    readonly double _s2;
    readonly double _s;

    /// <param name="shape">The shape, 1 or more.</param>
    public GammaDraw(double shape)
    {
        _shape = shape;
        _s2 = shape - 0.5;
        _s = Math.Sqrt(_s2);
    }

    /// <summary>The next number.</summary>
    public double Next(RRandom random)
    {
        var t = random.NextNormal();
        if (t >= 0) return Value(t);
        var u = random.NextUniform();
        // The paper's square root of 32, to its digits.
        var d = 5.656854 - 12 * _s;
        if (d * u <= t * t * t) return Value(t);
        var q0 = Series(QuotientTerms, 1 / _shape);
        if (_s + 0.5 * t > 0 && Math.Log(1 - u) <= Quotient(t, q0)) return Value(t);
        return Value(DoubleExponential(q0, random));
    }

    double Value(double t)
    {
        var x = _s + 0.5 * t;
        return x * x;
    }

    double DoubleExponential(double q0, RRandom random)
    {
        var (b, sigma, c) = Hat();
        while (true)
        {
            var e = random.NextExponential();
            var u = 2 * random.NextUniform() - 1;
            var t = b + (u < 0 ? -sigma : sigma) * e;
            if (t < LeastTrial) continue;
            var q = Quotient(t, q0);
            if (q > 0 && c * Math.Abs(u) <= double.ExpM1(q) * Math.Exp(e - 0.5 * t * t)) return t;
        }
    }

    (double B, double Sigma, double C) Hat() => _shape switch
    {
        <= 3.686 => (0.463 + _s + 0.178 * _s2, 1.235, 0.195 / _s - 0.079 + 0.16 * _s),
        <= 13.022 => (1.654 + 0.0076 * _s2, 1.68 / _s + 0.275, 0.062 / _s + 0.024),
        _ => (1.77, 0.75, 0.1515 / _s),
    };

    // The logarithm of the density's ratio to the normal one.
    double Quotient(double t, double q0)
    {
        var v = t / (_s + _s);
        return Math.Abs(v) <= 0.25
            ? q0 + 0.5 * t * t * Series(LogarithmTerms, v)
            : q0 - _s * t + 0.25 * t * t + (_s2 + _s2) * Math.Log(1 + v);
    }

    static double Series(double[] terms, double x)
    {
        var sum = 0.0;
        for (var i = terms.Length - 1; i >= 0; i--) sum = (sum + terms[i]) * x;
        return sum;
    }
}
