namespace Rtemis.Learning.Numerics;

/// <summary>The standard normal distribution.</summary>
static class NormalDistribution
{
    /// <summary>The density.</summary>
    public static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    /// <summary>
    /// The probability that a standard normal variable stays below a number of 0 or more, to about 1 part in 1e15. Source: G. Marsaglia, "Evaluating the
    /// normal distribution", Journal of Statistical Software 11(4), 2004.
    /// </summary>
    public static double Cumulative(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        // Nothing is left above to double precision.
        if (x > 9) return 1;
        var (sum, term) = (x, x);
        for (var k = 3; sum + term != sum; k += 2) sum += term *= x * x / k;
        return 0.5 + sum * Density(x);
    }

    /// <summary>
    /// The number that a standard normal variable stays below with the given probability (between 0 and 1), to about 1 part in 1e16. Source: M. J.
    /// Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37, 1988, which R's <c>qnorm</c> follows.
    /// </summary>
    public static double Quantile(double probability)
    {
        var q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var centre = 0.180625 - q * q;
            return q * Ratio(CentreNumerator, CentreDenominator, centre);
        }
        var tail = Math.Sqrt(-Math.Log(q < 0 ? probability : 1 - probability));
        var value = tail <= 5 ? Ratio(TailNumerator, TailDenominator, tail - 1.6) : Ratio(FarNumerator, FarDenominator, tail - 5);
        return q < 0 ? -value : value;
    }

    static readonly double[] CentreNumerator =
    [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    static readonly double[] CentreDenominator =
    [
        1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
    ];

    static readonly double[] TailNumerator =
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
    ];

    static readonly double[] TailDenominator =
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
        0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    static readonly double[] FarNumerator =
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    static readonly double[] FarDenominator =
    [
        1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    static double Ratio(double[] numerator, double[] denominator, double x) => Polynomial(numerator, x) / Polynomial(denominator, x);

    static double Polynomial(double[] coefficients, double x)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--) value = value * x + coefficients[i];
        return value;
    }
}
