namespace Rtemis.Learning.Supervised.Cart;

/// <summary>Finds the split of a node over all variables.</summary>
sealed class SplitSearch(CartSample sample, CaseOrder order, VariableLoop loop, int minBucket)
{
    // A gain this small beside the largest so far is taken for rounding.
    const double Noise = 1e-10;

    double _largestImprovement;

    /// <summary>The best split of a node, or null if no variable gains anything.</summary>
    public SplitCandidate? Best(NodeRange node, double nodeRisk)
    {
        var candidates = new SplitCandidate?[sample.Variables.Length];
        var found = new BestGain();
        loop.Run(node.Count, variable =>
        {
            candidates[variable] = Best(variable, node, nodeRisk, found);
            if (candidates[variable] is { } candidate) found.Raise(candidate.Improvement);
        });

        // The noise level rises from variable to variable, so this part goes in their order, whichever thread found what.
        SplitCandidate? best = null;
        foreach (var candidate in candidates)
        {
            if (candidate is null) continue;
            _largestImprovement = Math.Max(_largestImprovement, candidate.Improvement);
            if (!(candidate.Improvement > _largestImprovement * Noise)) continue;
            if (best is null || candidate.Improvement > best.Improvement) best = candidate;
        }
        return best;
    }

    SplitCandidate? Best(int variable, NodeRange node, double nodeRisk, BestGain found)
    {
        var cases = order.Evidence(variable, node);
        var values = sample.Values[variable].Span;
        return sample.Variables[variable].Levels is { } levels
            ? sample.Criterion.BestGrouping(variable, levels.Count, cases, values, minBucket, nodeRisk)
            : sample.Criterion.BestThreshold(variable, cases, values, minBucket, nodeRisk, found);
    }
}
