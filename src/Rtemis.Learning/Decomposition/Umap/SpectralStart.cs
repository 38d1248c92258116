using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>
/// The smoothest directions of a connected graph: eigenvectors of its normalised Laplacian, but for the first, which tells nothing. Sources: M.
/// Belkin and P. Niyogi, "Laplacian eigenmaps for dimensionality reduction and data representation", 2003; McInnes et al. 2018, section 4.1.
/// </summary>
static class SpectralStart
{
    const int LargestDense = 300;
    const double Tolerance = 1e-6;
    const int ChunkVertices = 1024;

    /// <summary>Unit vectors, one a column.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="count">How many, at most two fewer than there are vertices.</param>
    /// <param name="byDegree">Whether they are divided by the roots of the degrees.</param>
    /// <param name="context">The run.</param>
    public static Matrix Of(WeightedGraph graph, int count, bool byDegree, RunContext context)
    {
        var size = graph.Vertices;
        var roots = new double[size];
        for (var i = 0; i < size; i++) roots[i] = 1 / Math.Sqrt(TensorPrimitives.Sum<double>(graph.Weights(i)));
        var eigen = size <= LargestDense
            ? SymmetricEigen.Of(Dense(graph, roots), context.Cancellation)
            : LeadingEigenvectors.Of((vector, product) => Multiply(graph, roots, vector.ToArray(), product, context), size, count + 1, Tolerance, context.Cancellation);
        var start = new Matrix(size, count);
        for (var c = 0; c < count; c++)
        {
            var column = start.Column(c);
            eigen.Vectors[c + 1].CopyTo(column);
            if (!byDegree) continue;
            TensorPrimitives.Multiply(column, roots, column);
            TensorPrimitives.Divide(column, TensorPrimitives.Norm<double>(column), column);
        }
        return start;
    }

    // I + D^-1/2 W D^-1/2: its largest eigenvalues belong to the Laplacian's smallest.
    static Matrix Dense(WeightedGraph graph, double[] roots)
    {
        var matrix = new Matrix(graph.Vertices, graph.Vertices);
        for (var i = 0; i < graph.Vertices; i++)
        {
            matrix[i, i] = 1;
            for (var e = 0; e < graph.Targets(i).Length; e++)
            {
                var target = graph.Targets(i)[e];
                matrix[i, target] += graph.Weights(i)[e] * roots[i] * roots[target];
            }
        }
        return matrix;
    }

    static void Multiply(WeightedGraph graph, double[] roots, double[] vector, Span<double> product, RunContext context)
    {
        var image = new double[vector.Length];
        context.Work.ForChunks(graph.Vertices, ChunkVertices, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var targets = graph.Targets(i);
                var weights = graph.Weights(i);
                var sum = 0.0;
                for (var e = 0; e < targets.Length; e++) sum += weights[e] * roots[targets[e]] * vector[targets[e]];
                image[i] = vector[i] + roots[i] * sum;
            }
        });
        image.CopyTo(product);
    }
}
