namespace Rtemis.Learning.Random;

/// <summary>R's <c>sample()</c> with <c>prob</c>.</summary>
static class WeightedSample
{
    // R takes to an alias table when more positions than this have a tenth of an even share.
    const int MostWalked = 200;

    public static int[] WithoutReplacement(ReadOnlySpan<double> weights, int k, RRandom random)
    {
        var shares = Shares(weights, k);
        var left = Positions(shares.Length);
        DecreasingOrder.Sort(shares, left);
        var picked = new int[k];
        var total = 1.0;
        for (var i = 0; i < k; i++)
        {
            var last = shares.Length - 1 - i;
            var j = Walk(shares.AsSpan(0, last), total * random.NextUniform());
            picked[i] = left[j];
            total -= shares[j];
            shares.AsSpan(j + 1, last - j).CopyTo(shares.AsSpan(j));
            left.AsSpan(j + 1, last - j).CopyTo(left.AsSpan(j));
        }
        return picked;
    }

    public static int[] WithReplacement(ReadOnlySpan<double> weights, int k, RRandom random)
    {
        var shares = Shares(weights, 1);
        if (shares.Count(s => s * shares.Length > 0.1) > MostWalked) return new AliasTable(shares).Sample(k, random);
        var positions = Positions(shares.Length);
        DecreasingOrder.Sort(shares, positions);
        var picked = new int[k];
        for (var i = 0; i < k; i++) picked[i] = positions[Walk(shares.AsSpan(0, shares.Length - 1), random.NextUniform())];
        return picked;
    }

    // The first position at which the sum reaches a mass; behind the last where it doesn't.
    static int Walk(ReadOnlySpan<double> shares, double mass)
    {
        var sum = 0.0;
        var j = 0;
        for (; j < shares.Length; j++)
        {
            sum += shares[j];
            if (mass <= sum) break;
        }
        return j;
    }

    static double[] Shares(ReadOnlySpan<double> weights, int needed)
    {
        var (sum, positive) = (0.0, 0);
        foreach (var weight in weights)
        {
            if (!double.IsFinite(weight) || weight < 0) throw new ArgumentException("A weight is not a number of 0 or more.", nameof(weights));
            if (weight > 0) positive++;
            sum += weight;
        }
        if (positive == 0 || positive < needed) throw new ArgumentException("There are too few weights above 0.", nameof(weights));
        var shares = weights.ToArray();
        for (var i = 0; i < shares.Length; i++) shares[i] /= sum;
        return shares;
    }

    static int[] Positions(int count)
    {
        var positions = new int[count];
        for (var i = 0; i < count; i++) positions[i] = i;
        return positions;
    }
}
