using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

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
        var scores = new double[values.Columns];
        for (var i = start; i < end; i++)
        {
            if (classes == 2)
            {
                values[i, 0] = 1 / (1 + Math.Exp(-values[i, 0]));
                continue;
            }
            for (var c = 0; c < scores.Length; c++) scores[c] = values[i, c];
            Softmax.Apply(scores);
            for (var c = 0; c < scores.Length; c++) values[i, c] = scores[c];
        }
    }
}
