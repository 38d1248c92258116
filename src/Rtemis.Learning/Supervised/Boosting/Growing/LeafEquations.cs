using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The normal equations of a leaf's linear model: cases count by their second derivatives, and first derivatives are what is to be taken away.</summary>
/// <param name="columns">The features' values.</param>
/// <param name="features">The model's features.</param>
sealed class LeafEquations(SingleColumns columns, int[] features)
{
    const int RowsBetweenChecks = 1024;
    const double LeastSlope = 1e-35;

    readonly int _size = features.Length + 1;
    readonly double[] _products = new double[(features.Length + 1) * (features.Length + 2) / 2];
    readonly double[] _gradients = new double[features.Length + 1];

    /// <summary>The values of features that were read; of a case up to the first that it misses.</summary>
    public long Values { get; private set; }

    /// <summary>Adds cases; one that misses a value counts for nothing.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Add(ReadOnlyMemory<int> cases, float[] derivatives, CancellationToken cancellation)
    {
        var values = new double[_size];
        values[^1] = 1;
        for (var start = 0; start < cases.Length; start += RowsBetweenChecks)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in cases.Span[start..Math.Min(cases.Length, start + RowsBetweenChecks)])
                if (Read(row, values)) Add(values, derivatives[2 * row], derivatives[2 * row + 1]);
        }
    }

    /// <summary>The model.</summary>
    /// <param name="penalty">The ridge penalty of slopes.</param>
    public LeafModel Solve(double penalty)
    {
        var system = new Matrix(_size, _size);
        var place = 0;
        for (var i = 0; i < _size; i++)
        {
            for (var j = i; j < _size; j++) system[i, j] = system[j, i] = _products[place++];
            if (i < features.Length) system[i, i] += penalty;
        }
        var steps = CompletePivoting.Solve(system, [.. _gradients]);
        int[] used = [.. Enumerable.Range(0, features.Length).Where(i => Math.Abs(steps[i]) > LeastSlope)];
        return new LeafModel(-steps[^1], [.. used.Select(i => features[i])], [.. used.Select(i => -steps[i])]);
    }

    bool Read(int row, double[] values)
    {
        for (var i = 0; i < features.Length; i++)
        {
            var value = columns[features[i]][row];
            if (float.IsNaN(value)) return false;
            values[i] = value;
            Values++;
        }
        return true;
    }

    void Add(double[] values, double gradient, double hessian)
    {
        var place = 0;
        for (var i = 0; i < _size; i++)
        {
            _gradients[i] += values[i] * gradient;
            var weighted = values[i] * hessian;
            for (var j = i; j < _size; j++) _products[place++] += weighted * values[j];
        }
    }
}
