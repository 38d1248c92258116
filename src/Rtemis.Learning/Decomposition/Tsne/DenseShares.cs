using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>The share of each pair of cases in the similarity of all: symmetric, with a sum of 1.</summary>
static class DenseShares
{
    /// <summary>The shares of points by their Euclidean distances.</summary>
    public static SquareMatrix OfPoints(Matrix points, double perplexity, RunContext context)
    {
        var distances = new PointDistances(PointSet.Of(points, PointDistance.Euclidean, context));
        return Weigh(points.Rows, (i, squares) => distances.Measure(i, squares), perplexity, context);
    }

    /// <summary>The shares of cases by distances that are given, those of a case in its column.</summary>
    public static SquareMatrix OfDistances(NumericFrame distances, double perplexity, RunContext context) =>
        Weigh(distances.Rows, (i, squares) => TensorPrimitives.Multiply(distances.Column(i), distances.Column(i), squares), perplexity, context);

    static SquareMatrix Weigh(int cases, Action<int, double[]> measure, double perplexity, RunContext context)
    {
        var shares = SquareMatrix.Fill(cases, (i, row) =>
        {
            measure(i, row);
            double[] squares = new double[cases - 1], weights = new double[cases - 1];
            OtherCases.Take(row, i, squares);
            PerplexitySearch.Weigh(squares, perplexity, weights);
            OtherCases.Spread(weights, i, row);
        }, context);
        shares.Join(static (a, b) => a + b, context);
        var total = shares.RowSums(context).Sum();
        context.Work.For(cases, i => TensorPrimitives.Divide(shares[i], total, shares[i]));
        return shares;
    }
}
