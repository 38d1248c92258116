using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Cases for an elastic net: design columns, outcome and weights.</summary>
/// <param name="Columns">The design without an intercept, column after column.</param>
/// <param name="Outcome">Numbers, or 0-based class codes.</param>
/// <param name="Classes">The number of classes; 0 for numbers.</param>
/// <param name="Weights">One weight a case, 0 or more.</param>
sealed record ElasticNetData(ReadOnlyMemory<double>[] Columns, double[] Outcome, int Classes, double[] Weights)
{
    /// <summary>The number of cases.</summary>
    public int Rows => Outcome.Length;

    /// <summary>Weights that sum to 1.</summary>
    public double[] Shares()
    {
        var shares = new double[Rows];
        TensorPrimitives.Divide(Weights, TensorPrimitives.Sum<double>(Weights), shares);
        return shares;
    }

    /// <summary>Some of the cases, in their order.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ElasticNetData Select(int[] rows, CancellationToken cancellation)
    {
        var columns = Array.ConvertAll(Columns, c => (ReadOnlyMemory<double>)Pick(c.Span, rows, cancellation));
        return this with { Columns = columns, Outcome = Pick(Outcome, rows, cancellation), Weights = Pick(Weights, rows, cancellation) };
    }

    static double[] Pick(ReadOnlySpan<double> values, int[] rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var picked = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) picked[i] = values[rows[i]];
        return picked;
    }
}
