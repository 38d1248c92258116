using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// A weighted problem that is solved in few passes: keeps the residuals, and takes a move into them on the way of the next look at the cases. The
/// curvatures come with the slopes.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="weights">One weight a case.</param>
/// <param name="residuals">Weighted residuals; they change.</param>
/// <param name="total">The sum of the weights, or 0 without an intercept.</param>
/// <param name="curvatures">Where the columns' weighted sums of squares are kept.</param>
/// <param name="context">The run.</param>
sealed class ReweightedQuadratic(double[][] columns, double[] weights, double[] residuals, double total, double[] curvatures, RunContext context) : Quadratic
{
    const int ChunkRows = 16384;

    readonly double[] _sums = new double[Parallel.WorkSplit.Chunks(residuals.Length, ChunkRows)];
    readonly double[] _squares = new double[Parallel.WorkSplit.Chunks(residuals.Length, ChunkRows)];
    int _moved;
    double _step;

    /// <inheritdoc/>
    public override double Curvature(int column) => curvatures[column];

    /// <inheritdoc/>
    public override double Slope(int column)
    {
        var values = columns[column];
        Each((chunk, start, rest, shares) => (_sums[chunk], _squares[chunk]) = _step == 0
            ? Look(rest, shares, values.AsSpan(start, rest.Length))
            : MoveAndLook(rest, shares, columns[_moved].AsSpan(start, rest.Length), _step, values.AsSpan(start, rest.Length)));
        _step = 0;
        curvatures[column] = TensorPrimitives.Sum<double>(_squares);
        return TensorPrimitives.Sum<double>(_sums);
    }

    /// <inheritdoc/>
    public override void Move(int column, double step)
    {
        TakeMove();
        (_moved, _step) = (column, step);
    }

    /// <inheritdoc/>
    public override (double Step, double Curvature) MoveIntercept()
    {
        if (total == 0) return (0, 0);
        TakeMove();
        Each((chunk, _, rest, _) => _sums[chunk] = TensorPrimitives.Sum<double>(rest));
        var step = TensorPrimitives.Sum<double>(_sums) / total;
        if (step != 0) Each((_, _, rest, shares) => TensorPrimitives.MultiplyAdd(shares, -step, rest, rest));
        return (step, total);
    }

    /// <summary>The residuals where the coefficients are now.</summary>
    public double[] Residuals()
    {
        TakeMove();
        return residuals;
    }

    void TakeMove()
    {
        if (_step == 0) return;
        Each((_, start, rest, shares) => MoveAndLook(rest, shares, columns[_moved].AsSpan(start, rest.Length), _step, shares));
        _step = 0;
    }

    void Each(Part part) => context.Work.ForChunks(residuals.Length, ChunkRows, (chunk, start, end) =>
        part(chunk, start, residuals.AsSpan(start, end - start), weights.AsSpan(start, end - start)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static (double Slope, double Curvature) Look(ReadOnlySpan<double> rest, ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        Vector<double> slopes = default, squares = default, otherSlopes = default, otherSquares = default;
        var i = 0;
        for (; i <= rest.Length - 2 * Vector<double>.Count; i += 2 * Vector<double>.Count)
        {
            var (x, next) = (Load(values, i), Load(values, i + Vector<double>.Count));
            slopes = Vector.FusedMultiplyAdd(x, Load(rest, i), slopes);
            squares = Vector.FusedMultiplyAdd(x * Load(weights, i), x, squares);
            otherSlopes = Vector.FusedMultiplyAdd(next, Load(rest, i + Vector<double>.Count), otherSlopes);
            otherSquares = Vector.FusedMultiplyAdd(next * Load(weights, i + Vector<double>.Count), next, otherSquares);
        }
        var (slope, curvature) = (Vector.Sum(slopes + otherSlopes), Vector.Sum(squares + otherSquares));
        for (; i < rest.Length; i++)
        {
            slope += values[i] * rest[i];
            curvature += weights[i] * values[i] * values[i];
        }
        return (slope, curvature);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static (double Slope, double Curvature) MoveAndLook(
        Span<double> rest, ReadOnlySpan<double> weights, ReadOnlySpan<double> moved, double step, ReadOnlySpan<double> values)
    {
        Vector<double> slopes = default, squares = default;
        var steps = new Vector<double>(-step);
        var i = 0;
        for (; i <= rest.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (x, weight) = (Load(values, i), Load(weights, i));
            var left = Vector.FusedMultiplyAdd(weight * Load(moved, i), steps, Load(rest, i));
            left.CopyTo(rest[i..]);
            slopes = Vector.FusedMultiplyAdd(x, left, slopes);
            squares = Vector.FusedMultiplyAdd(x * weight, x, squares);
        }
        var (slope, curvature) = (Vector.Sum(slopes), Vector.Sum(squares));
        for (; i < rest.Length; i++)
        {
            rest[i] -= step * weights[i] * moved[i];
            slope += values[i] * rest[i];
            curvature += weights[i] * values[i] * values[i];
        }
        return (slope, curvature);
    }

    static Vector<double> Load(ReadOnlySpan<double> values, int at) => new(values[at..]);

    delegate void Part(int chunk, int start, Span<double> residuals, ReadOnlySpan<double> weights);
}
