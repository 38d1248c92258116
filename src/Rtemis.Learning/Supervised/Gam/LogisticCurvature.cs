using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// What the change of the weights of a logistic regression with its coefficients adds to derivatives by smoothing parameters: sums over the cases.
/// Source: S. N. Wood, "Fast stable direct fitting and smoothness selection for generalized additive models", Journal of the Royal Statistical Society
/// B 70(3), 2008.
/// </summary>
sealed class LogisticCurvature
{
    const int ChunkRows = 2048;
    const int BlockRows = 128;

    readonly PenalizedLogistic _fit;
    readonly RunContext _context;
    readonly double[] _leverage;

    /// <param name="fit">The regression at its estimate.</param>
    /// <param name="system">Its last least squares problem.</param>
    /// <param name="influence">The influence of its cases.</param>
    /// <param name="context">The run.</param>
    public LogisticCurvature(PenalizedLogistic fit, PenalizedSystem system, Influence influence, RunContext context)
    {
        (_fit, _context) = (fit, context);
        _leverage = new double[fit.Design.Rows];
        FreedomSlope = Slope(PenalizedInverse(system, influence));
    }

    /// <summary>The derivative of the effective degrees of freedom by the coefficients through the weights.</summary>
    public double[] FreedomSlope { get; }

    // P's columns of penalized coefficients, so that the sum of their squares over a case is x' P S P x.
    static Matrix PenalizedInverse(PenalizedSystem system, Influence influence)
    {
        var columns = new Matrix(influence.Inverse.Rows, system.Blocks.Sum(b => b.Length));
        var at = 0;
        for (var b = 0; b < system.Blocks.Count; b++)
        {
            for (var j = 0; j < system.Blocks[b].Length; j++)
                TensorPrimitives.Multiply(influence.Inverse.Column(system.Blocks[b].Start + j), Math.Sqrt(system.Smoothing[b]), columns.Column(at++));
        }
        return columns;
    }

    double[] Slope(Matrix penalizedInverse)
    {
        var parts = new double[WorkSplit.Chunks(_fit.Design.Rows, ChunkRows)][];
        ForBlocks((chunk, start, cases) =>
        {
            var part = parts[chunk] ??= new double[cases.Columns];
            var leverage = _leverage.AsSpan(start, cases.Rows);
            var products = BlockProduct.Of(cases, penalizedInverse);
            for (var j = 0; j < products.Columns; j++) TensorPrimitives.MultiplyAdd<double>(products.Column(j), products.Column(j), leverage, leverage);
            var shares = new double[cases.Rows];
            for (var i = 0; i < shares.Length; i++) shares[i] = leverage[i] * Weight(start + i).First;
            for (var c = 0; c < part.Length; c++) part[c] += TensorPrimitives.Dot<double>(cases.Column(c), shares);
        });
        var sum = new double[_fit.Design.Columns];
        foreach (var part in parts) TensorPrimitives.Add(sum, part, sum);
        return sum;
    }

    /// <summary>The part of the second derivatives of deviance + 2 effective degrees of freedom that comes from pairs of changes of the predictor.</summary>
    /// <param name="directions">The coefficients' derivatives.</param>
    /// <param name="bend">P (S b - h), h the slope of the effective degrees of freedom.</param>
    public Matrix PairHessian(Matrix directions, double[] bend)
    {
        var parts = new double[WorkSplit.Chunks(_fit.Design.Rows, ChunkRows)][];
        var count = directions.Columns;
        var extended = new Matrix(directions.Rows, count + 1);
        directions.Values.CopyTo(extended.Values, 0);
        bend.CopyTo(extended.Column(count));
        ForBlocks((chunk, start, cases) =>
        {
            var part = parts[chunk] ??= new double[count * count];
            var changes = BlockProduct.Of(cases, extended);
            var shares = changes.Column(count);
            for (var i = 0; i < shares.Length; i++)
            {
                var (first, second) = Weight(start + i);
                shares[i] = 2 * (first * shares[i] + second * _leverage[start + i]);
            }
            var weighed = new double[cases.Rows];
            for (var l = 0; l < count; l++)
            {
                TensorPrimitives.Multiply(changes.Column(l), shares, weighed);
                for (var k = 0; k <= l; k++) part[k + l * count] += TensorPrimitives.Dot<double>(changes.Column(k), weighed);
            }
        });
        var sum = new Matrix(count, count);
        foreach (var part in parts) TensorPrimitives.Add(sum.Values, part, sum.Values);
        for (var l = 0; l < count; l++)
            for (var k = 0; k < l; k++) sum[l, k] = sum[k, l];
        return sum;
    }

    // The first and second derivatives of a case's weight by its predictor.
    (double First, double Second) Weight(int row)
    {
        var probability = _fit.Cases.Probability[row];
        var variance = probability * (1 - probability);
        var weight = _fit.Cases.Weights[row] * variance;
        return (weight * (1 - 2 * probability), weight * (1 - 6 * variance));
    }

    void ForBlocks(Action<int, int, Matrix> body) => _context.Work.ForChunks(_fit.Design.Rows, ChunkRows, (chunk, start, end) =>
    {
        for (var row = start; row < end; row += BlockRows)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            var cases = new Matrix(Math.Min(BlockRows, end - row), _fit.Design.Columns);
            for (var c = 0; c < cases.Columns; c++) _fit.Design.Read(c, row, cases.Column(c));
            body(chunk, row, cases);
        }
    });
}
