using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>How the linear predictors of an elastic net become predictions.</summary>
static class NetLink
{
    /// <summary>Leaves numbers as they are, and makes probabilities of classes: of the second of two, or of each of more.</summary>
    /// <param name="values">A row a case, a column a predictor.</param>
    /// <param name="classes">The number of classes; 0 for numbers.</param>
    /// <param name="start">The first case.</param>
    /// <param name="end">The case behind the last.</param>
    public static void Apply(Matrix values, int classes, int start, int end)
    {
        if (classes == 0) return;
        for (var i = start; i < end; i++)
        {
            if (classes == 2) values[i, 0] = 1 / (1 + Math.Exp(-values[i, 0]));
            else Normalize(values, i);
        }
    }

    // Only differences count, so the largest is taken off before anything can overflow.
    static void Normalize(Matrix values, int row)
    {
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        for (var c = 0; c < values.Columns; c++) largest = Math.Max(largest, values[row, c]);
        for (var c = 0; c < values.Columns; c++) sum += values[row, c] = Math.Exp(values[row, c] - largest);
        for (var c = 0; c < values.Columns; c++) values[row, c] /= sum;
    }
}
