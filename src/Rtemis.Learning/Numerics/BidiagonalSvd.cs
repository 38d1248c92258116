namespace Rtemis.Learning.Numerics;

/// <summary>
/// Singular values and right vectors of a bidiagonal matrix by implicit QR sweeps. Source: J. Demmel and W. Kahan, "Accurate singular
/// values of bidiagonal matrices", SIAM Journal on Scientific and Statistical Computing 11(5), 1990. Thresholds, shifts and directions are
/// those of LAPACK's <c>dbdsqr</c>, since the vectors' signs depend on them.
/// </summary>
sealed class BidiagonalSvd
{
    /// <summary>Half the step from 1 to the next number.</summary>
    public const double Epsilon = 1.1102230246251565e-16;

    const int SweepsPerValue = 6;
    const double SmallestNormal = 2.2250738585072014e-308;

    readonly double[] _d;
    readonly double[] _e;
    readonly double[][] _right;
    readonly CancellationToken _cancellation;
    readonly double _tolerance;
    double _threshold;

    BidiagonalSvd(double[] diagonal, double[] above, CancellationToken cancellation)
    {
        _d = diagonal;
        _e = above;
        _cancellation = cancellation;
        _right = new double[_d.Length][];
        for (var i = 0; i < _d.Length; i++) (_right[i] = new double[_d.Length])[i] = 1;
        _tolerance = Epsilon * Math.Max(10, Math.Min(100, Math.Pow(Epsilon, -0.125)));
    }

    /// <summary>Decomposes the matrix with these lines on and above its diagonal, which are used up.</summary>
    /// <returns>The values, falling, and the right vector of each.</returns>
    public static (double[] Values, double[][] Right) Of(double[] diagonal, double[] above, CancellationToken cancellation)
    {
        var svd = new BidiagonalSvd(diagonal, above, cancellation);
        svd.Iterate();
        for (var i = 0; i < diagonal.Length; i++)
        {
            if (diagonal[i] >= 0) continue;
            diagonal[i] = -diagonal[i];
            // A single value leaves its sign to the left vector.
            for (var k = 0; k < diagonal.Length && diagonal.Length > 1; k++) svd._right[i][k] = -svd._right[i][k];
        }
        var order = Enumerable.Range(0, diagonal.Length).OrderByDescending(i => diagonal[i]).ToArray();
        return (Array.ConvertAll(order, i => diagonal[i]), Array.ConvertAll(order, i => svd._right[i]));
    }

    /// <summary>
    /// Turns a line below the diagonal into one above it, by rotations from the left, which leave values and right vectors as they are.
    /// </summary>
    public static void TurnUpper(double[] diagonal, double[] beside)
    {
        for (var i = 0; i < beside.Length; i++)
        {
            var (cosine, sine) = PlaneRotation.Clearing(diagonal[i], beside[i], out diagonal[i]);
            (beside[i], diagonal[i + 1]) = (sine * diagonal[i + 1], cosine * diagonal[i + 1]);
        }
    }

    void Iterate()
    {
        var size = _d.Length;
        _threshold = Math.Max(_tolerance * (LeastBound() / Math.Sqrt(size)), SweepsPerValue * (double)size * size * SmallestNormal);
        var sweeps = new BidiagonalSweep(_d, _e, _right);
        var budget = SweepsPerValue * (long)size * size;
        var (oldFirst, oldLast, down) = (-1, -1, true);
        var last = size - 1;
        while (last > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (budget <= 0) throw new LearningException("simpleError", "error code 1 from Lapack routine 'dgesdd'");
            var first = FindBlock(last, out var largest);
            if (first == last)
            {
                last--;
                continue;
            }
            if (first == last - 1)
            {
                Finish(first);
                last -= 2;
                continue;
            }
            if (first > oldLast || last < oldFirst) down = Math.Abs(_d[first]) >= Math.Abs(_d[last]);
            if (Deflate(first, last, down, out var least)) continue;
            (oldFirst, oldLast) = (first, last);
            budget -= last - first;
            sweeps.Run(first, last, down, Shift(first, last, down, least, largest));
            ref var edge = ref _e[down ? last - 1 : first];
            if (Math.Abs(edge) <= _threshold) edge = 0;
        }
    }

    // A lower bound of the least singular value.
    double LeastBound()
    {
        var mu = Math.Abs(_d[0]);
        var least = mu;
        for (var i = 1; i < _d.Length && least != 0; i++)
        {
            mu = Math.Abs(_d[i]) * (mu / (mu + Math.Abs(_e[i - 1])));
            least = Math.Min(least, mu);
        }
        return least;
    }

    // The first row of the lowest block that hangs together and ends at a row.
    int FindBlock(int last, out double largest)
    {
        largest = Math.Abs(_d[last]);
        for (var i = last - 1; i >= 0; i--)
        {
            if (Math.Abs(_e[i]) <= _threshold)
            {
                _e[i] = 0;
                return i + 1;
            }
            largest = Math.Max(largest, Math.Max(Math.Abs(_d[i]), Math.Abs(_e[i])));
        }
        return 0;
    }

    void Finish(int first)
    {
        (_d[first], _d[first + 1], var rotation) = TwoByTwo.Decompose(_d[first], _e[first], _d[first + 1]);
        _e[first] = 0;
        rotation.Apply(_right[first], _right[first + 1]);
    }

    // Cuts the block where an entry is too small to matter.
    bool Deflate(int first, int last, bool down, out double least)
    {
        var (start, step) = down ? (first, 1) : (last, -1);
        least = Math.Abs(_d[start]);
        var edge = down ? last - 1 : first;
        if (Math.Abs(_e[edge]) <= _tolerance * Math.Abs(_d[down ? last : first]))
        {
            _e[edge] = 0;
            return true;
        }
        var mu = least;
        for (var i = start; i != (down ? last : first); i += step)
        {
            ref var beside = ref _e[down ? i : i - 1];
            if (Math.Abs(beside) <= _tolerance * mu)
            {
                beside = 0;
                return true;
            }
            mu = Math.Abs(_d[i + step]) * (mu / (mu + Math.Abs(beside)));
            least = Math.Min(least, mu);
        }
        return false;
    }

    double Shift(int first, int last, bool down, double least, double largest)
    {
        if (_d.Length * _tolerance * (least / largest) <= Math.Max(Epsilon, 0.01 * _tolerance)) return 0;
        var corner = down ? last - 1 : first;
        var shift = TwoByTwo.Smaller(_d[corner], _e[corner], _d[corner + 1]);
        var start = Math.Abs(_d[down ? first : last]);
        return start > 0 && shift / start * (shift / start) < Epsilon ? 0 : shift;
    }
}
