using System.Numerics.Tensors;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// The signs that divide and conquer gives to the singular vectors of an upper bidiagonal matrix. A row in the middle is set apart, both
/// sides are solved, and the row is joined in again: a left vector that reaches it ends with a negative component there; one that does not
/// stays what its side made of it, down to pieces that are small enough for QR sweeps. Source: M. Gu and S. C. Eisenstat, "A
/// divide-and-conquer algorithm for the bidiagonal SVD", SIAM Journal on Matrix Analysis and Applications 16(1), 1995; cuts and tolerance
/// are those of LAPACK's <c>dbdsdc</c>.
/// </summary>
sealed class DivideAndConquerSigns
{
    /// <summary>The largest matrix that is not divided.</summary>
    public const int LargestSwept = 25;

    readonly double[] _diagonal;
    readonly double[] _above;
    readonly double _tolerance;
    readonly int _levels;
    readonly Dictionary<int, double[][]> _pieces = [];
    readonly CancellationToken _cancellation;

    /// <param name="diagonal">The matrix's diagonal.</param>
    /// <param name="above">The line above it.</param>
    /// <param name="largest">The largest singular value.</param>
    /// <param name="cancellation">Ends the work.</param>
    public DivideAndConquerSigns(double[] diagonal, double[] above, double largest, CancellationToken cancellation)
    {
        _diagonal = diagonal;
        _above = above;
        _cancellation = cancellation;
        _tolerance = 8 * BidiagonalSvd.Epsilon * largest;
        _levels = (int)Math.Log2(diagonal.Length / (LargestSwept + 1.0)) + 1;
    }

    /// <summary>Gives a right vector its sign.</summary>
    public void Orient(double[] right)
    {
        if (IsTurned(right)) TensorPrimitives.Negate(right, right);
    }

    bool IsTurned(double[] right)
    {
        var (first, length) = (0, _diagonal.Length);
        for (var level = 0; level < _levels; level++)
        {
            var middle = first + length / 2;
            var reach = Left(right, middle);
            if (Math.Abs(reach) > _tolerance) return reach > 0;
            if (Size(right, first, middle) > Size(right, middle + 1, first + length)) length /= 2;
            else (first, length) = (middle + 1, length - length / 2 - 1);
        }
        return IsTurnedInPiece(right, first, length);
    }

    bool IsTurnedInPiece(double[] right, int first, int length)
    {
        if (!_pieces.TryGetValue(first, out var vectors)) _pieces.Add(first, vectors = Sweep(first, length));
        var nearest = 0.0;
        foreach (var vector in vectors)
        {
            var share = TensorPrimitives.Dot<double>(vector, right.AsSpan(first, vector.Length));
            if (Math.Abs(share) > Math.Abs(nearest)) nearest = share;
        }
        return nearest < 0;
    }

    // A component of the left vector, times its singular value.
    double Left(double[] right, int row) =>
        _diagonal[row] * right[row] + (row < _above.Length ? _above[row] * right[row + 1] : 0);

    double Size(double[] right, int from, int to)
    {
        var sum = 0.0;
        for (var row = from; row < to; row++) sum += Left(right, row) * Left(right, row);
        return sum;
    }

    // All pieces but the last have a column more than rows; rotations from the right clear it, and turn the vectors.
    double[][] Sweep(int first, int length)
    {
        var diagonal = _diagonal[first..(first + length)];
        if (first + length == _diagonal.Length) return BidiagonalSvd.Of(diagonal, _above[first..], _cancellation).Right;
        var above = _above[first..(first + length)];
        var rotations = new PlaneRotation[length];
        for (var i = 0; i < length; i++)
        {
            rotations[i] = PlaneRotation.Clearing(diagonal[i], above[i], out diagonal[i]);
            if (i == length - 1) break;
            (above[i], diagonal[i + 1]) = (rotations[i].Sine * diagonal[i + 1], rotations[i].Cosine * diagonal[i + 1]);
        }
        var below = above[..^1];
        BidiagonalSvd.TurnUpper(diagonal, below);
        return Array.ConvertAll(BidiagonalSvd.Of(diagonal, below, _cancellation).Right, vector => TurnBack(vector, rotations));
    }

    static double[] TurnBack(double[] vector, PlaneRotation[] rotations)
    {
        double[] turned = [.. vector, 0];
        for (var i = rotations.Length - 1; i >= 0; i--)
        {
            var (cosine, sine) = rotations[i];
            (turned[i], turned[i + 1]) = (cosine * turned[i] - sine * turned[i + 1], sine * turned[i] + cosine * turned[i + 1]);
        }
        return turned;
    }
}
