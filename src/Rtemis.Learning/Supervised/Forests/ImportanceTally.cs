using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The importance of features in a forest, tree by tree.</summary>
/// <param name="plan">The forest.</param>
/// <param name="rows">The number of rows.</param>
sealed class ImportanceTally(ForestPlan plan, int rows)
{
    readonly double[] _sums = new double[plan.FeatureCount];
    readonly double[] _squares = new double[plan.FeatureCount];

    /// <summary>The rise of the squared error for each row (down) and feature (across), or null where it is not kept.</summary>
    public Matrix? Local { get; } = plan.KeepsLocalImportance ? new Matrix(rows, plan.FeatureCount) : null;

    /// <summary>Adds a tree.</summary>
    /// <param name="grown">The tree.</param>
    /// <param name="shuffled">How much worse it predicts, where that is the measure.</param>
    public void Add(GrownTree grown, PermutationImportance? shuffled)
    {
        var gains = shuffled?.Rises ?? grown.Gains;
        for (var f = 0; f < _sums.Length; f++)
        {
            _sums[f] += gains[f];
            _squares[f] += gains[f] * gains[f];
            if (Local is null || shuffled?.RowRises[f] is not { } rises) continue;
            for (var i = 0; i < rises.Length; i++) Local[grown.Sample.OutOfBag[i], f] += rises[i] / plan.Options.Trees;
        }
    }

    /// <summary>One number a feature.</summary>
    public double[] Result()
    {
        double trees = plan.Options.Trees;
        var means = Array.ConvertAll(_sums, s => s / trees);
        if (plan.Importance != ForestImportance.ScaledPermutation) return means;
        for (var f = 0; f < means.Length; f++)
            if (_squares[f] != 0) means[f] /= Math.Sqrt((_squares[f] / trees - means[f] * means[f]) / trees);
        return means;
    }
}
