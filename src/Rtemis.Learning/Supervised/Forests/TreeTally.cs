using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The predictions of trees, put together for each row.</summary>
abstract class TreeTally
{
    /// <summary>Adds a tree's prediction for a row.</summary>
    public abstract void Add(int row, double prediction);

    /// <summary>The forest's prediction for each row; NaN where no tree had one.</summary>
    public abstract double[] Result();
}

/// <summary>Their mean.</summary>
sealed class MeanTally(int rows) : TreeTally
{
    readonly double[] _sums = new double[rows];
    readonly int[] _counts = new int[rows];

    /// <inheritdoc/>
    public override void Add(int row, double prediction)
    {
        _sums[row] += prediction;
        _counts[row]++;
    }

    /// <inheritdoc/>
    public override double[] Result() => [.. _sums.Zip(_counts, (sum, count) => sum / count)];
}

/// <summary>The class that most of them vote for; of several, one that is drawn.</summary>
sealed class VoteTally(int rows, int classes, uint seed) : TreeTally
{
    readonly int[][] _votes = [.. Enumerable.Range(0, rows).Select(_ => new int[classes])];

    /// <inheritdoc/>
    public override void Add(int row, double prediction) => _votes[row][(int)prediction]++;

    /// <inheritdoc/>
    public override double[] Result()
    {
        var random = new MersenneTwister64(seed);
        return Array.ConvertAll(_votes, votes => votes.AsSpan().ContainsAnyExcept(0) ? Majority.Of<int>(votes, random) : double.NaN);
    }
}
