using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>What the features that split an ensemble's trees did in them.</summary>
static class EnsembleImportance
{
    /// <summary>The shares of gain, of cases that were split, and of splits; the feature with the largest gain first. Features that split nothing are not there.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="names">The features' names.</param>
    public static VariableImportance Of(IEnumerable<BoostedTree> trees, IReadOnlyList<string> names)
    {
        var (gain, cover, frequency) = (new double[names.Count], new double[names.Count], new double[names.Count]);
        foreach (var split in trees.SelectMany(t => t.Splits))
        {
            gain[split.Feature] += split.Gain;
            cover[split.Feature] += split.Count;
            frequency[split.Feature]++;
        }
        int[] order = [.. Enumerable.Range(0, names.Count).Where(f => frequency[f] > 0).OrderByDescending(f => gain[f])];
        return new VariableImportance(
            [.. order.Select(f => names[f])], [Share("Gain", gain), Share("Cover", cover), Share("Frequency", frequency)]);

        ImportanceMeasure Share(string name, double[] values)
        {
            var total = order.Sum(f => values[f]);
            return new ImportanceMeasure(name, [.. order.Select(f => values[f] / total)]);
        }
    }
}
