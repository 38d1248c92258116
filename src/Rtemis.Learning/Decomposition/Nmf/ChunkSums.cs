using System.Numerics;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>What an update sums over the cases of a chunk, with room for what it works on. It is used again in every iteration.</summary>
sealed class ChunkSums(int features, int components)
{
    /// <summary>For each column and component, the sum of the column's part times the coefficient.</summary>
    public Vector<double>[] ByFeature { get; } = new Vector<double>[features * components];

    /// <summary>For each two components, the sum of the products of their coefficients.</summary>
    public Vector<double>[] ByComponent { get; } = new Vector<double>[components * components];

    /// <summary>For each component, the sum of its coefficients.</summary>
    public Vector<double>[] Total { get; } = new Vector<double>[components];

    /// <summary>Room for a vector a column.</summary>
    public Vector<double>[] Features { get; } = new Vector<double>[features];

    /// <summary>Room for a vector a component.</summary>
    public Vector<double>[] Above { get; } = new Vector<double>[components];

    /// <summary>Room for a vector a component.</summary>
    public Vector<double>[] Below { get; } = new Vector<double>[components];

    public void Clear()
    {
        Array.Clear(ByFeature);
        Array.Clear(ByComponent);
        Array.Clear(Total);
    }

    /// <summary>The sums over all chunks, in their order, as a matrix of the given number of columns.</summary>
    public static Matrix Reduce(ChunkSums[] chunks, Func<ChunkSums, Vector<double>[]> of, int columns)
    {
        var sums = (Vector<double>[])of(chunks[0]).Clone();
        foreach (var chunk in chunks.AsSpan(1))
        {
            var part = of(chunk);
            for (var i = 0; i < sums.Length; i++) sums[i] += part[i];
        }
        var matrix = new Matrix(sums.Length / columns, columns);
        for (var i = 0; i < sums.Length; i++) matrix[i / columns, i % columns] = Vector.Sum(sums[i]);
        return matrix;
    }
}
