namespace Rtemis.Learning.Supervised.Cart;

/// <summary>The threshold that agrees best with a split where every case counts once: one running difference of counts says all.</summary>
static class UnweightedSurrogate
{
    /// <summary>The cases on each side of a split, and those on either.</summary>
    public static (SideWeights Sides, int Count) Count(ReadOnlySpan<int> cases, Side[] sides)
    {
        int difference = 0, count = 0;
        foreach (var i in cases)
        {
            var side = (int)sides[i];
            difference += side;
            count += side & 1;
        }
        var weights = new SideWeights();
        weights.Add(Side.Left, (count - difference) / 2);
        weights.Add(Side.Right, (count + difference) / 2);
        return (weights, count);
    }

    /// <summary>The rule and how many cases it sends the way of the split; null if none beats sending all to one side.</summary>
    /// <param name="variable">The variable's position.</param>
    /// <param name="cases">The cases in the order of the variable.</param>
    /// <param name="values">The variable's values of all cases.</param>
    /// <param name="sides">Where the split sends each case.</param>
    /// <param name="both">The cases that the split sends to each side.</param>
    /// <param name="leastCases">The fewest cases on either side of the threshold.</param>
    public static (SplitRule? Rule, double Agreed) Best(
        int variable, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, Side[] sides, SideWeights both, int leastCases)
    {
        int left = (int)both.Left, right = (int)both.Right;
        var best = Math.Max(left, right);
        SplitRule? rule = null;
        // Among the cases below: those on the right less those on the left, and how many there are.
        int difference = 0, low = 0, previous = -1;
        foreach (var i in cases)
        {
            var side = (int)sides[i];
            if (side == 0) continue;
            int lowGoesRight = left + difference, lowGoesLeft = right - difference;
            if (Math.Max(lowGoesRight, lowGoesLeft) > best && low >= leastCases && left + right - low >= leastCases && values[i] != values[previous])
            {
                var lowSide = lowGoesRight > best ? Side.Right : Side.Left;
                best = lowSide == Side.Right ? lowGoesRight : lowGoesLeft;
                rule = new SplitRule(variable, (values[previous] + values[i]) / 2, lowSide);
            }
            difference += side;
            low++;
            previous = i;
        }
        return (rule, best);
    }
}
