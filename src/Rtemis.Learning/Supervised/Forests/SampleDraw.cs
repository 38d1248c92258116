using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Draws the samples that trees are grown on, from the random numbers with which a tree begins. Immutable.</summary>
abstract class SampleDraw
{
    /// <summary>The sample of a tree.</summary>
    /// <param name="tree">The tree, counted from 0.</param>
    /// <param name="random">Its random numbers.</param>
    public abstract BagSample Next(int tree, MersenneTwister64 random);
}

/// <summary>Each draw from all of some rows (the bootstrap).</summary>
/// <param name="among">The rows, ascending.</param>
/// <param name="count">The number of draws.</param>
/// <param name="rows">The number of rows of the data.</param>
sealed class RepeatedDraw(int[] among, int count, int rows) : SampleDraw
{
    /// <inheritdoc/>
    public override BagSample Next(int tree, MersenneTwister64 random)
    {
        var drawn = new int[count];
        for (var i = 0; i < count; i++) drawn[i] = among[random.NextIndex(among.Length)];
        return BagSample.Of(drawn, rows);
    }
}

/// <summary>Each row at most once.</summary>
/// <param name="count">The number of draws.</param>
/// <param name="rows">The number of rows of the data.</param>
sealed class UniqueDraw(int count, int rows) : SampleDraw
{
    /// <summary>A sample; what follows in the tree takes the same random numbers again, as in ranger.</summary>
    public override BagSample Next(int tree, MersenneTwister64 random)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        random.Copy().Shuffle(order);
        return BagSample.Of(order[..count], rows, order[count..]);
    }
}

/// <summary>In proportion to weights.</summary>
/// <param name="weights">A number of 0 or more for each row.</param>
/// <param name="count">The number of draws.</param>
/// <param name="replace">Whether a row can be drawn several times.</param>
/// <param name="judgedBy">The rows that trees are judged by, or null for all that are not in the sample.</param>
/// <param name="cancellation">Ends the draws.</param>
sealed class WeightedDraw(double[] weights, int count, bool replace, int[]? judgedBy, CancellationToken cancellation) : SampleDraw
{
    readonly DiscreteDraw _draw = new(weights);

    /// <inheritdoc/>
    public override BagSample Next(int tree, MersenneTwister64 random)
    {
        var drawn = new int[count];
        var seen = new bool[replace ? 0 : weights.Length];
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            drawn[i] = replace ? _draw.Next(random) : Unseen(seen, random);
        }
        return judgedBy is null ? BagSample.Of(drawn, weights.Length) : BagSample.Of(drawn, weights.Length, judgedBy);
    }

    int Unseen(bool[] seen, MersenneTwister64 random)
    {
        var row = _draw.Next(random);
        while (seen[row])
        {
            cancellation.ThrowIfCancellationRequested();
            row = _draw.Next(random);
        }
        seen[row] = true;
        return row;
    }
}

/// <summary>Samples that are given; only their order is drawn.</summary>
/// <param name="times">For each tree how often each row is in its sample.</param>
sealed class GivenSamples(IReadOnlyList<IReadOnlyList<int>> times) : SampleDraw
{
    /// <inheritdoc/>
    public override BagSample Next(int tree, MersenneTwister64 random)
    {
        var own = times[tree];
        int[] drawn = [.. Enumerable.Range(0, own.Count).SelectMany(row => Enumerable.Repeat(row, own[row]))];
        random.Shuffle(drawn);
        return BagSample.Of(drawn, own.Count);
    }
}
