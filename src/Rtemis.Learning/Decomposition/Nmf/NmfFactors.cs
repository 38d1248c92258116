using System.Numerics;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>The two factors while they are found, and the offset where there is one.</summary>
sealed class NmfFactors
{
    NmfFactors(int rows, int features, int components)
    {
        Rows = rows;
        Basis = new Matrix(features, components);
        Coefficients = new Vector<double>[checked(WorkSplit.Chunks(rows, Vector<double>.Count) * components)];
    }

    /// <summary>The number of cases.</summary>
    public int Rows { get; }

    /// <summary>The share of each column in each component: one row a column, one column a component.</summary>
    public Matrix Basis { get; }

    /// <summary>The share of each component in each case, tile by tile, one vector a component; zeros where a tile is filled up.</summary>
    public Vector<double>[] Coefficients { get; }

    /// <summary>What each column has in all cases, or null.</summary>
    public double[]? Offset { get; private set; }

    /// <summary>The number of components.</summary>
    public int Components => Basis.Columns;

    /// <summary>The coefficients, one row a case, one column a component.</summary>
    public Matrix CoefficientMatrix
    {
        get
        {
            var matrix = new Matrix(Rows, Components);
            for (var a = 0; a < Components; a++)
                for (var i = 0; i < Rows; i++) matrix[i, a] = Coefficients[i / Vector<double>.Count * Components + a][i % Vector<double>.Count];
            return matrix;
        }
    }

    /// <summary>A tile's coefficients.</summary>
    public Span<Vector<double>> Of(int tile) => Coefficients.AsSpan(tile * Components, Components);

    /// <summary>
    /// Uniform numbers from 0 to the largest of the data (or to 1 where that is larger, and then cut), in the order in which the R package NMF draws them.
    /// </summary>
    public static NmfFactors Draw(int rows, int features, int components, double largest, bool offset, RunContext context)
    {
        var factors = new NmfFactors(rows, features, components);
        var range = Math.Max(largest, 1);
        var top = 0.0;
        for (var i = 0; i < factors.Basis.Values.Length; i++) factors.Basis.Values[i] = Next();
        Span<double> tile = stackalloc double[components * Vector<double>.Count];
        for (var t = 0; t * Vector<double>.Count < rows; t++)
        {
            if (t % 1024 == 0) context.Cancellation.ThrowIfCancellationRequested();
            tile.Clear();
            for (var lane = 0; lane < Math.Min(Vector<double>.Count, rows - t * Vector<double>.Count); lane++)
                for (var a = 0; a < components; a++) tile[a * Vector<double>.Count + lane] = Next();
            for (var a = 0; a < components; a++) factors.Of(t)[a] = new Vector<double>(tile[(a * Vector<double>.Count)..]);
        }
        if (!offset) return factors;
        factors.Offset = new double[features];
        for (var j = 0; j < features; j++) factors.Offset[j] = top * context.Random.NextUniform();
        return factors;

        // The offset's range is that of the numbers before they are cut.
        double Next()
        {
            var value = range * context.Random.NextUniform();
            top = Math.Max(top, value);
            return Math.Min(value, largest);
        }
    }
}
