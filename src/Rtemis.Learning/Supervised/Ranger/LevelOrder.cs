using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>
/// The levels of a factor in the order of the outcome: by its mean or, for more than two classes, along the main direction in which the levels' class
/// shares differ. Source: D. Coppersmith, S. J. Hong and J. R. M. Hosking, "Partitioning nominal attributes in decision trees", Data Mining and Knowledge
/// Discovery 3, 1999.
/// </summary>
/// <param name="data">The cases.</param>
/// <param name="context">The run.</param>
sealed class LevelOrder(SupervisedData data, RunContext context)
{
    /// <summary>The ordered levels; those without cases come last, or not at all where there are more than two classes.</summary>
    public string[] Of(FactorColumn factor)
    {
        if (data.Classes.Count > 2) return ByShares(factor.DropUnusedLevels());
        var codes = factor.Codes.ToArray();
        var outcome = OutcomeNumbers.Of(data);
        var groups = Enumerable.Range(0, codes.Length).ToLookup(row => codes[row], row => outcome[row]);
        // Stable: levels of equal means stay as they are.
        return [.. Enumerable.Range(0, factor.Levels.Count).OrderBy(k => groups.Contains(k) ? CompensatedSum.Mean([.. groups[k]]) : double.PositiveInfinity)
            .Select(k => factor.Levels[k])];
    }

    string[] ByShares(FactorColumn factor)
    {
        var classes = ((FactorColumn)data.Outcome).DropUnusedLevels();
        if (factor.Levels.Count < 2 || classes.Levels.Count < 2) return [.. factor.Levels];
        var (shares, weights) = Shares(factor, classes);
        var axis = MainAxis(Covariance(shares, weights));
        var scores = new double[shares.Rows];
        for (var level = 0; level < scores.Length; level++)
            for (var k = 0; k < axis.Length; k++) scores[level] += shares[level, k] * axis[k];
        return [.. Enumerable.Range(0, scores.Length).OrderBy(level => scores[level]).Select(level => factor.Levels[level])];
    }

    // The classes' shares of each level, and the levels' shares of the cases.
    static (Matrix Shares, double[] Weights) Shares(FactorColumn factor, FactorColumn classes)
    {
        var shares = new Matrix(factor.Levels.Count, classes.Levels.Count);
        var totals = new double[shares.Rows];
        for (var row = 0; row < factor.Length; row++)
        {
            shares[factor.Codes.Span[row], classes.Codes.Span[row]]++;
            totals[factor.Codes.Span[row]]++;
        }
        for (var k = 0; k < shares.Columns; k++)
            for (var level = 0; level < shares.Rows; level++) shares[level, k] /= totals[level];
        return (shares, Array.ConvertAll(totals, t => t / factor.Length));
    }

    static Matrix Covariance(Matrix shares, double[] weights)
    {
        var centered = new Matrix(shares.Rows, shares.Columns);
        var unbiased = 1 - weights.Sum(w => w * w);
        for (var k = 0; k < shares.Columns; k++)
        {
            var mean = 0.0;
            for (var level = 0; level < shares.Rows; level++) mean += weights[level] * shares[level, k];
            for (var level = 0; level < shares.Rows; level++) centered[level, k] = Math.Sqrt(weights[level]) * (shares[level, k] - mean);
        }
        var covariance = new Matrix(shares.Columns, shares.Columns);
        for (var j = 0; j < shares.Columns; j++)
            for (var k = 0; k < shares.Columns; k++)
                for (var level = 0; level < shares.Rows; level++) covariance[j, k] += centered[level, j] * centered[level, k] / unbiased;
        return covariance;
    }

    double[] MainAxis(Matrix covariance)
    {
        var columns = Enumerable.Range(0, covariance.Columns).Select(k => new DoubleColumn($"class{k}", covariance.Column(k).ToArray()));
        var frame = NumericFrame.From(new Table([.. columns], covariance.Rows));
        return new PcaDecomposer(new PcaParameters(K: 1, Center: true, Scale: false, Tol: null)).Fit(frame, context).Rotation.Column(0).ToArray();
    }
}
