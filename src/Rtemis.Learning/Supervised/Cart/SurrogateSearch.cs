namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Finds the rules on other variables that agree best with a node's split, to send cases that miss the splitting variable. Source: Breiman,
/// Friedman, Olshen and Stone, "Classification and Regression Trees", 1984, section 5.3.
/// </summary>
sealed class SurrogateSearch(CartSample sample, CaseOrder order, VariableLoop loop, CartParameters parameters)
{
    const double LeastGain = 1e-10;

    // On either side of a threshold, and against the split for a grouping of levels.
    const int LeastCases = 2;

    /// <summary>The surrogates, best first, of those that beat sending all cases to the heavier side.</summary>
    /// <param name="node">The node's cases.</param>
    /// <param name="primary">The variable that the node is split on.</param>
    /// <param name="sides">The side of each case by that variable; unknown where it is missing.</param>
    /// <param name="known">The weight of the cases that the split sends to each side.</param>
    public Surrogate[] Best(NodeRange node, int primary, Side[] sides, SideWeights known)
    {
        if (parameters.MaxSurrogates == 0) return [];
        var found = new Surrogate?[sample.Variables.Length];
        loop.Run(node.Count, variable =>
        {
            if (variable != primary) found[variable] = Best(variable, node, sides, known);
        });
        return [.. found.OfType<Surrogate>().OrderByDescending(s => s.Agreement).Take(parameters.MaxSurrogates)];
    }

    Surrogate? Best(int variable, NodeRange node, Side[] sides, SideWeights known)
    {
        var cases = order.Evidence(variable, node);
        var values = sample.Values[variable].Span;
        var (both, count) = Weigh(cases, sides, node, known);
        var (rule, agreed) = sample.Variables[variable].Levels is { } levels
            ? Grouping(variable, levels.Count, cases, values, sides, both)
            : sample.IsUnweighted
                ? UnweightedSurrogate.Best(variable, cases, values, sides, both, LeastCases)
                : Threshold(variable, cases, values, sides, both, count);
        if (rule is null) return null;

        // The majority that the surrogate has to beat is that of the cases which its agreement is a share of.
        var judged = parameters.SurrogateStyle == 0 ? known : both;
        var agreement = agreed / judged.Total;
        var majority = judged.Heavier / judged.Total;
        var adjusted = (agreement - majority) / (1 - majority);
        return adjusted > LeastGain ? new Surrogate(rule, agreement, adjusted) : null;
    }

    (SideWeights Weights, int Count) Weigh(ReadOnlySpan<int> cases, Side[] sides, NodeRange node, SideWeights known)
    {
        if (sample.IsUnweighted)
        {
            // Nothing is missing in either variable.
            var isWhole = cases.Length == node.Count && known.Total == node.Count;
            return isWhole ? (known, node.Count) : UnweightedSurrogate.Count(cases, sides);
        }
        var weights = new SideWeights();
        var count = 0;
        foreach (var i in cases)
        {
            weights.Add(sides[i], sample.Weights[i]);
            if (sides[i] != Side.Unknown) count++;
        }
        return (weights, count);
    }

    (SplitRule? Rule, double Agreed) Threshold(
        int variable, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, Side[] sides, SideWeights high, int count)
    {
        var low = new SideWeights();
        var best = high.Heavier;
        SplitRule? rule = null;
        int lowCount = 0, previous = -1;
        foreach (var i in cases)
        {
            var side = sides[i];
            if (side == Side.Unknown) continue;
            if (lowCount >= LeastCases && count - lowCount >= LeastCases)
            {
                var lowGoesRight = low.Right + high.Left;
                var lowGoesLeft = low.Left + high.Right;
                if (Math.Max(lowGoesRight, lowGoesLeft) > best && values[i] != values[previous])
                {
                    var lowSide = lowGoesRight > best ? Side.Right : Side.Left;
                    best = lowSide == Side.Right ? lowGoesRight : lowGoesLeft;
                    rule = new SplitRule(variable, (values[previous] + values[i]) / 2, lowSide);
                }
            }
            low.Add(side, sample.Weights[i]);
            high.Add(side, -sample.Weights[i]);
            lowCount++;
            previous = i;
        }
        return (rule, best);
    }

    (SplitRule? Rule, double Agreed) Grouping(
        int variable, int levels, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, Side[] sides, SideWeights both)
    {
        var counted = new SideWeights[levels];
        var seen = new bool[levels];
        foreach (var i in cases)
        {
            if (sides[i] == Side.Unknown) continue;
            counted[(int)values[i]].Add(sides[i], sample.Weights[i]);
            seen[(int)values[i]] = true;
        }
        var tied = both.Left > both.Right ? Side.Left : Side.Right;
        var agreed = 0.0;
        var levelSides = new Side[levels];
        for (var level = 0; level < levels; level++)
        {
            if (!seen[level]) continue;
            var (left, right) = (counted[level].Left, counted[level].Right);
            levelSides[level] = left == right ? tied : left > right ? Side.Left : Side.Right;
            agreed += counted[level].Heavier;
        }
        // rpart asks a grouping for two cases that it places otherwise than the split, so that it passes over a perfect copy. Its notes ask
        // for two cases on either side, but its results say this.
        var against = 0;
        foreach (var i in cases)
            if (sides[i] != Side.Unknown && sides[i] != levelSides[(int)values[i]]) against++;
        return against < LeastCases ? (null, agreed) : (new SplitRule(variable, levelSides), agreed);
    }
}
