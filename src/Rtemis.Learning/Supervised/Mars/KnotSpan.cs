namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// Which cases may carry a knot: not the first and last ones, and not all of those between, so that a run of noise can't bend the fit. Source:
/// J. H. Friedman, "Multivariate Adaptive Regression Splines", Annals of Statistics 19(1), 1991, equations 43 and 45; where the first knot is, and what
/// interactions add, is as in the R package earth.
/// </summary>
/// <param name="Start">How many positions are counted until the first knot from above.</param>
/// <param name="Step">How many from knot to knot.</param>
/// <param name="End">The cases at the lower end that carry none.</param>
readonly record struct KnotSpan(int Start, int Step, int End)
{
    /// <summary>The span for a parent term.</summary>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="cases">All cases.</param>
    /// <param name="columns">All columns.</param>
    /// <param name="degree">The degree that the new term would have.</param>
    /// <param name="active">The cases where the parent is above 0.</param>
    public static KnotSpan Of(MarsParameters parameters, int cases, int columns, int degree, int active)
    {
        var end = EndOf(parameters.EndSpan, cases, columns, degree);
        if (parameters.MinSpan < 0)
        {
            var apart = (int)Math.Ceiling(cases / (1.0 - parameters.MinSpan));
            var first = apart * Math.Max(1, (end + apart - 1) / apart);
            return new KnotSpan(Math.Max(1, first - 1), apart, end);
        }
        var step = parameters.MinSpan > 0 ? parameters.MinSpan : (int)((2.9702 + Math.Log((double)columns * active)) / 1.7329);
        step = Math.Max(1, step);
        return new KnotSpan(Math.Max(1, end + Margin(Math.Max(0, cases - 2 * end), step)), step, end);
    }

    static int EndOf(int asked, int cases, int columns, int degree)
    {
        var end = asked > 0 ? asked : (int)(7.32193 + Math.Log(columns) / 0.69315);
        if (degree >= 2) end *= 3;
        return Math.Max(1, Math.Min(end, cases / 2 - 1));
    }

    // Leaves the same at both ends.
    static int Margin(int available, int step)
    {
        if (available <= step) return available / 2;
        var rest = available % step;
        return rest == 0 ? step / 2 : rest / 2;
    }
}
