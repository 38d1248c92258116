using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// What a parent's product with each candidate hinge of a column has to do with the columns so far and with the responses, for all knots in one pass
/// from the highest case down. Sums are carried from knot to knot (Friedman 1991, equation 52), so the pass costs one sum a case and column, not a
/// regression a knot. A scan is used again and again, by one thread at a time.
/// </summary>
/// <param name="cases">The cases.</param>
/// <param name="responses">The responses.</param>
sealed class KnotScan(int cases, int responses)
{
    readonly int[] _rows = new int[cases];
    readonly double[] _parent = new double[cases];
    readonly double[] _hinge = new double[cases];
    readonly List<Knot> _knots = [];
    readonly List<double> _products = [];
    double[] _x = [];

    /// <summary>The knots, from above.</summary>
    public ReadOnlySpan<Knot> Knots => CollectionsMarshal.AsSpan(_knots);

    /// <summary>What the hinge of a knot has in common with a response, beyond the columns.</summary>
    public double Product(int knot, int response) => _products[knot * responses + response];

    /// <summary>Collects the knots and their sums.</summary>
    /// <param name="line">The cases along the column.</param>
    /// <param name="span">Which cases may carry a knot.</param>
    /// <param name="target">The responses.</param>
    /// <param name="linear">The column that the candidate's linear term adds to the others, or null.</param>
    public void Run(KnotLine line, KnotSpan span, KnotTarget target, LinearColumn? linear)
    {
        _knots.Clear();
        _products.Clear();
        _x = line.X;
        Walk(line, span, target, linear);
        for (var t = 0; t < target.Tiles.Tiles.Count; t++) TakeOut(target.Tiles.Tiles[t], target, t * ColumnTiles.Width);
    }

    // The sums that a single number a case makes: the hinge's length, its products with the responses and with the linear term. Compiled optimized at
    // once, as a fit is often the first and only one of its process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Walk(KnotLine line, KnotSpan span, KnotTarget target, LinearColumn? linear)
    {
        var (x, order, parent) = (line.X, line.Order, line.Parent);
        var (sum, squares, weighted, weightedSquares, mean, length) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var (slope, common) = (0.0, 0.0);
        var (own, centred, all) = (linear?.Values, target.Centred, target.Responses);
        Span<double> slopes = stackalloc double[responses];
        Span<double> products = stackalloc double[responses];
        slopes.Clear();
        products.Clear();
        var wait = span.Start;
        var (count, first) = (0, 0);
        for (var i = cases - 2; i >= span.End; i--)
        {
            var row = order[i + 1];
            var (x0, x1, b) = (x[order[i]], x[row], parent[row]);
            var step = x1 - x0;
            if (b != 0)
            {
                (_rows[count], _parent[count]) = (row, b);
                count++;
                sum += b;
                squares += b * b;
                weighted += b * x1;
                weightedSquares += b * b * x1;
                if (own is not null) slope += own[row] * b;
                for (var r = 0; r < slopes.Length; r++) slopes[r] += all[r][row] * b;
            }
            var before = mean;
            mean = weighted - sum * x0;
            length += step * (2 * weightedSquares - squares * (x0 + x1));
            if (centred) length += (before * before - mean * mean) / cases;
            common += step * slope;
            for (var r = 0; r < slopes.Length; r++) products[r] += step * slopes[r];
            if (!(b > 0) || (centred && !(length > 0)) || --wait != 0) continue;
            wait = span.Step;
            Close(first, count, x0);
            _knots.Add(new Knot(i, x0, length, length - common * common, first, count));
            for (var r = 0; r < slopes.Length; r++) _products.Add(products[r] - (linear is null ? 0 : common * linear.Products[r]));
            first = count;
        }
    }

    // How far each case since the knot before lies above this one.
    void Close(int first, int end, double knot)
    {
        for (var e = first; e < end; e++) _hinge[e] = _parent[e] * (_x[_rows[e]] - knot);
    }

    // A tile's columns: what the hinges have in common with them is taken off their lengths and products.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void TakeOut(double[] tile, KnotTarget target, int column)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(tile);
        var (slopeLow, slopeHigh) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var above = 0.0;
        var knots = CollectionsMarshal.AsSpan(_knots);
        var products = CollectionsMarshal.AsSpan(_products);
        for (var k = 0; k < knots.Length; k++)
        {
            ref var knot = ref knots[k];
            var moved = Vector256.Create(above - knot.X);
            low = Vector256.MultiplyAddEstimate(slopeLow, moved, low);
            high = Vector256.MultiplyAddEstimate(slopeHigh, moved, high);
            above = knot.X;
            for (var e = knot.First; e < knot.End; e++)
            {
                var at = (nuint)((uint)_rows[e] * ColumnTiles.Width);
                var rowLow = Vector256.LoadUnsafe(ref start, at);
                var rowHigh = Vector256.LoadUnsafe(ref start, at + 4);
                var (b, h) = (Vector256.Create(_parent[e]), Vector256.Create(_hinge[e]));
                slopeLow = Vector256.MultiplyAddEstimate(rowLow, b, slopeLow);
                slopeHigh = Vector256.MultiplyAddEstimate(rowHigh, b, slopeHigh);
                low = Vector256.MultiplyAddEstimate(rowLow, h, low);
                high = Vector256.MultiplyAddEstimate(rowHigh, h, high);
            }
            knot = knot with { Rest = knot.Rest - Vector256.Sum(low * low + high * high) };
            for (var r = 0; r < responses; r++)
            {
                ref var own = ref MemoryMarshal.GetArrayDataReference(target.Products[r]);
                var shared = low * Vector256.LoadUnsafe(ref own, (nuint)column) + high * Vector256.LoadUnsafe(ref own, (nuint)column + 4);
                products[k * responses + r] -= Vector256.Sum(shared);
            }
        }
    }
}
