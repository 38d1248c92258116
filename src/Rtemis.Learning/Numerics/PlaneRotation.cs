namespace Rtemis.Learning.Numerics;

/// <summary>A rotation in a plane of two coordinates.</summary>
readonly record struct PlaneRotation(double Cosine, double Sine)
{
    /// <summary>
    /// The rotation that brings (f, g) to (<paramref name="result"/>, 0). The result has f's sign, as in LAPACK since 3.10.
    /// </summary>
    public static PlaneRotation Clearing(double f, double g, out double result)
    {
        if (g == 0)
        {
            result = f;
            return new PlaneRotation(1, 0);
        }
        if (f == 0)
        {
            result = Math.Abs(g);
            return new PlaneRotation(0, Math.CopySign(1, g));
        }
        var length = Math.Sqrt(f * f + g * g);
        result = f < 0 ? -length : length;
        return new PlaneRotation(Math.Abs(f) / length, g / result);
    }

    /// <summary>Turns two vectors' coordinates, pair by pair.</summary>
    public void Apply(Span<double> upper, Span<double> lower)
    {
        for (var i = 0; i < upper.Length; i++)
            (upper[i], lower[i]) = (Cosine * upper[i] + Sine * lower[i], Cosine * lower[i] - Sine * upper[i]);
    }
}
