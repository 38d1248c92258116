using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>The cases that a tree is grown on, in the form that the searches read.</summary>
sealed class CartSample
{
    // Beyond it, the 2^(levels - 1) subsets that three or more classes need take minutes and more.
    const int MaxSubsetLevels = 20;

    CartSample(SupervisedData data)
    {
        Variables = [.. data.Features.Select(CartVariable.Of)];
        Values = new ReadOnlyMemory<double>[Variables.Length];
        HasMissing = new bool[Variables.Length];
        for (var f = 0; f < Values.Length; f++)
        {
            Values[f] = Variables[f].Encode(data.Features[f]);
            HasMissing[f] = Values[f].Span.Contains(double.NaN);
        }
        Rows = data.Rows;
        Weights = data.Weights?.ToArray() ?? Ones(Rows);
        HasZeroWeights = Weights.AsSpan().Contains(0);
        IsUnweighted = !Weights.AsSpan().ContainsAnyExcept(1);
        Criterion = data.Task == TaskType.Classification
            ? new GiniCriterion(data.ClassCodes.ToArray(), data.Classes.Count, Weights, IsUnweighted)
            : new AnovaCriterion(data.Numbers.ToArray(), Weights, IsUnweighted);
    }

    public CartVariable[] Variables { get; }

    /// <summary>The values of each variable, NaN where missing.</summary>
    public ReadOnlyMemory<double>[] Values { get; }

    public bool[] HasMissing { get; }

    public double[] Weights { get; }

    public bool HasZeroWeights { get; }

    /// <summary>Whether all weights are 1.</summary>
    public bool IsUnweighted { get; }

    public int Rows { get; }

    public SplitCriterion Criterion { get; }

    /// <summary>Leaves out the cases that have no feature at all: nothing could send them anywhere.</summary>
    public static CartSample From(SupervisedData data)
    {
        if (data.Classes.Count > 2) RefuseManyLevels(data);
        var sample = new CartSample(data);
        if (!sample.HasMissing.All(m => m)) return sample;
        var kept = Enumerable.Range(0, sample.Rows).Where(i => !sample.Values.All(v => double.IsNaN(v.Span[i]))).ToArray();
        return kept.Length == sample.Rows ? sample : new CartSample(data.SelectRows(kept));
    }

    static void RefuseManyLevels(SupervisedData data)
    {
        foreach (var factor in data.Features.OfType<FactorColumn>())
        {
            var seen = new bool[factor.Levels.Count];
            foreach (var code in factor.Codes.Span)
                if (code >= 0) seen[code] = true;
            var levels = seen.Count(s => s);
            if (levels <= MaxSubsetLevels) continue;
            throw new LearningException("rtemis_data_error",
                $"Column '{factor.Name}' has {levels} levels. With more than 2 classes, CART tries every grouping of a factor's levels, " +
                $"which is feasible for up to {MaxSubsetLevels} levels.");
        }
    }

    static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
