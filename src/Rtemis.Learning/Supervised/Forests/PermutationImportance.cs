namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// How much worse a tree predicts the rows outside its sample when one feature's values are shuffled among them. Source: L. Breiman, "Random forests",
/// Machine Learning 45, 2001.
/// </summary>
/// <param name="plan">The forest.</param>
/// <param name="grown">The tree.</param>
/// <param name="cancellation">Ends it.</param>
sealed class PermutationImportance(ForestPlan plan, GrownTree grown, CancellationToken cancellation)
{
    readonly int[] _rows = grown.Sample.OutOfBag;

    /// <summary>The rise of the mean squared error, one a feature; 0 for one that the tree does not use.</summary>
    public double[] Rises { get; } = new double[plan.FeatureCount];

    /// <summary>For each feature the rise of the squared error of each row outside the sample, or null for one that the tree does not use.</summary>
    public double[]?[] RowRises { get; } = new double[]?[plan.FeatureCount];

    /// <summary>Measures all features.</summary>
    public PermutationImportance Measure()
    {
        var errors = Errors(-1, _rows);
        var accuracy = Accuracy(errors);
        // Each shuffle starts from the one before.
        int[] shuffled = [.. _rows];
        var used = grown.Tree.Used(Rises.Length);
        // To ranger, leaves look as if they were split by the first feature.
        used[0] = true;
        for (var f = 0; f < Rises.Length; f++)
        {
            if (!used[f]) continue;
            grown.Random.Shuffle(shuffled);
            var changed = Errors(f, shuffled);
            Rises[f] = accuracy - Accuracy(changed);
            if (plan.KeepsLocalImportance) RowRises[f] = [.. changed.Zip(errors, (after, before) => after - before)];
        }
        return this;
    }

    double[] Errors(int feature, int[] others)
    {
        var errors = new double[_rows.Length];
        for (var i = 0; i < errors.Length; i++)
        {
            if ((i & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            var leaf = grown.Tree.Find(plan.Features, _rows[i], feature, others[i]);
            var error = plan.Outcome.Target(_rows[i]) - plan.Outcome.Told(grown.Tree, leaf, _rows[i]);
            errors[i] = error * error;
        }
        return errors;
    }

    static double Accuracy(double[] errors)
    {
        var sum = 0.0;
        foreach (var error in errors) sum += error;
        return 1 - sum / errors.Length;
    }
}
