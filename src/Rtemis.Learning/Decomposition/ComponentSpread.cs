using System.Numerics;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>What the scores tell of the components.</summary>
/// <param name="MaxAbsCorrelation">The largest size of a correlation between two; NaN where there is one component or a correlation is
/// undefined.</param>
/// <param name="EffectiveDimensionality">The number of equally strong components of the same concentration; NaN where none varies.</param>
sealed record ComponentSpread(double MaxAbsCorrelation, double EffectiveDimensionality)
{
    public static ComponentSpread Of(Matrix scores, RunContext context)
    {
        var means = new double[scores.Columns];
        var squares = new double[scores.Columns];
        var largest = new double[scores.Columns];
        context.Work.For(scores.Columns, c =>
        {
            means[c] = CompensatedSum.Mean(scores.Column(c));
            squares[c] = Product(scores.Column(c), means[c], scores.Column(c), means[c]);
        });
        context.Work.For(scores.Columns, a =>
        {
            // Math.Max keeps a NaN, so one undefined correlation makes the whole figure undefined.
            for (var b = a + 1; b < scores.Columns; b++)
            {
                var product = Product(scores.Column(a), means[a], scores.Column(b), means[b]);
                var correlation = product / Math.Sqrt(squares[a]) / Math.Sqrt(squares[b]);
                largest[a] = Math.Max(largest[a], Math.Min(1, Math.Abs(correlation)));
            }
        });
        var correlation = scores.Columns < 2 ? double.NaN : largest.Aggregate(0.0, Math.Max);
        return new ComponentSpread(correlation, Dimensionality(squares, scores.Rows));
    }

    static double Dimensionality(double[] squares, int rows)
    {
        double[] variances = [.. squares.Select(s => s / (rows - 1))];
        var total = variances.Sum();
        var dimensionality = total * total / variances.Sum(v => v * v);
        return total > 0 && double.IsFinite(dimensionality) ? dimensionality : double.NaN;
    }

    // The sum of products of deviations from the means.
    static double Product(ReadOnlySpan<double> a, double meanA, ReadOnlySpan<double> b, double meanB)
    {
        var (centerA, centerB, sums) = (new Vector<double>(meanA), new Vector<double>(meanB), Vector<double>.Zero);
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            sums += (new Vector<double>(a[i..]) - centerA) * (new Vector<double>(b[i..]) - centerB);
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++) sum += (a[i] - meanA) * (b[i] - meanB);
        return sum;
    }
}
