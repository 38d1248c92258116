using System.Numerics;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>
/// Singular values and right vectors of a small matrix by one-sided Jacobi rotations, which find small singular values as accurately as
/// large ones. The pairs of a round share no column, so they can be turned side by side without a change in any digit. Source: J. Demmel
/// and K. Veselić, "Jacobi's method is more accurate than QR", SIAM Journal on Matrix Analysis and Applications 13(4), 1992.
/// </summary>
sealed class JacobiSvd
{
    const int MostSweeps = 60;
    const int GroupPairs = 8;
    const int WorthSplitting = 128;

    // The square of a norm below this has lost digits to underflow; beside a largest value of 1 such a column is zero.
    const double Negligible = 1e-280;

    readonly Matrix _columns;
    readonly Matrix _vectors;
    readonly double _tolerance;
    int _turned;

    JacobiSvd(Matrix columns)
    {
        _columns = columns;
        _vectors = new Matrix(columns.Columns, columns.Columns);
        for (var j = 0; j < columns.Columns; j++) _vectors[j, j] = 1;
        _tolerance = (double.BitIncrement(1) - 1) * Math.Sqrt(columns.Rows);
    }

    /// <summary>All singular values, largest first, and the right vectors in that order. The matrix is overwritten.</summary>
    public static (double[] Values, Matrix Vectors) Of(Matrix matrix, RunContext context)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(matrix.Values));
        if (largest > 0) TensorPrimitives.Divide(matrix.Values, largest, matrix.Values);
        var run = new JacobiSvd(matrix);
        for (var sweep = 0; sweep < MostSweeps && run.Sweep(context); sweep++)
        {
        }
        return run.Sorted(largest);
    }

    // Every pair once, in the rounds of a round-robin tournament. Says whether any was turned.
    bool Sweep(RunContext context)
    {
        _turned = 0;
        var players = _columns.Columns + _columns.Columns % 2;
        for (var round = 0; round < players - 1; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var shift = round;
            if (players < WorthSplitting) Pairs(0, players / 2);
            else context.Work.ForChunks(players / 2, GroupPairs, (_, first, end) => Pairs(first, end));

            void Pairs(int first, int end)
            {
                for (var pair = first; pair < end; pair++) Turn(Seat(pair), Seat(players - 1 - pair));
            }

            int Seat(int position) => position == 0 ? 0 : 1 + (position - 1 + shift) % (players - 1);
        }
        return _turned != 0;
    }

    void Turn(int first, int second)
    {
        var (i, j) = first < second ? (first, second) : (second, first);
        if (j >= _columns.Columns) return;
        var a = _columns.Column(i);
        var b = _columns.Column(j);
        var (aa, bb) = (TensorPrimitives.SumOfSquares<double>(a), TensorPrimitives.SumOfSquares<double>(b));
        var ab = TensorPrimitives.Dot<double>(a, b);
        if (!(Math.Min(aa, bb) > Negligible) || !(Math.Abs(ab) > _tolerance * Math.Sqrt(aa) * Math.Sqrt(bb))) return;
        Volatile.Write(ref _turned, 1);
        var zeta = (bb - aa) / (2 * ab);
        var tangent = Math.CopySign(1, zeta) / (Math.Abs(zeta) + double.Hypot(1, zeta));
        var cosine = 1 / Math.Sqrt(1 + tangent * tangent);
        Rotate(a, b, cosine, cosine * tangent);
        Rotate(_vectors.Column(i), _vectors.Column(j), cosine, cosine * tangent);
    }

    static void Rotate(Span<double> a, Span<double> b, double cosine, double sine)
    {
        var (c, s) = (new Vector<double>(cosine), new Vector<double>(sine));
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (x, y) = (new Vector<double>(a[i..]), new Vector<double>(b[i..]));
            (c * x - s * y).CopyTo(a[i..]);
            (s * x + c * y).CopyTo(b[i..]);
        }
        for (; i < a.Length; i++) (a[i], b[i]) = (cosine * a[i] - sine * b[i], sine * a[i] + cosine * b[i]);
    }

    (double[] Values, Matrix Vectors) Sorted(double unit)
    {
        var norms = new double[_columns.Columns];
        for (var j = 0; j < norms.Length; j++) norms[j] = TensorPrimitives.Norm<double>(_columns.Column(j)) * unit;
        int[] order = [.. Enumerable.Range(0, norms.Length).OrderByDescending(j => norms[j])];
        var vectors = new Matrix(_vectors.Rows, norms.Length);
        for (var j = 0; j < order.Length; j++) _vectors.Column(order[j]).CopyTo(vectors.Column(j));
        return ([.. order.Select(j => norms[j])], vectors);
    }
}
