using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Singular values and right singular vectors of a matrix, with the vectors' signs as R's <c>svd</c> gives them, which are those of
/// LAPACK's <c>dgesdd</c>. Vectors whose singular value is 0 to rounding have no particular direction.
/// </summary>
/// <param name="Values">All singular values, falling.</param>
/// <param name="Vectors">The first vectors, one a column.</param>
sealed record RightVectors(double[] Values, Matrix Vectors)
{
    /// <summary>Decomposes a matrix with at least one row.</summary>
    /// <param name="source">The matrix, of finite numbers.</param>
    /// <param name="count">Tells from the values how many vectors to give, of the first ones.</param>
    /// <param name="context">The run.</param>
    public static RightVectors Of(ITallMatrix source, Func<double[], int> count, RunContext context)
    {
        var (rows, columns) = (source.Rows, source.Columns);
        var threshold = 11 * Math.Min(rows, columns) / 6;
        if (rows < columns && columns >= threshold) return OfWide(source, count, context);
        if (rows < columns || rows < threshold) return OfReduced(Dense(source), rows, count, [], columns, context);
        var factor = TallFactor.Of(source, columns, context);
        HouseholderSigns.Restore(factor, source);
        return OfReduced([.. Enumerable.Range(0, columns).Select(c => factor.Column(c).ToArray())], columns, count, [], columns, context);
    }

    // Rows are reduced to a square first; its vectors are then turned back.
    static RightVectors OfWide(ITallMatrix source, Func<double[], int> count, RunContext context)
    {
        var (rows, columns) = (source.Rows, source.Columns);
        var transposed = Transpose(Dense(source), rows);
        var square = new double[rows][];
        for (var i = 0; i < rows; i++) square[i] = new double[rows];
        var reflectors = new Reflector[rows];
        for (var j = 0; j < rows; j++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < j; i++) square[i][j] = transposed[j][i];
            reflectors[j] = Reflector.Of(transposed[j].AsSpan(j), j, out square[j][j]);
            var reflector = reflectors[j];
            context.Work.ForChunks(rows - j - 1, 16, (_, start, end) =>
            {
                for (var k = j + 1 + start; k < j + 1 + end; k++) reflector.Apply(transposed[k].AsSpan(j));
            });
        }
        return OfReduced(square, rows, count, reflectors, columns, context);
    }

    static RightVectors OfReduced(
        double[][] matrix, int rows, Func<double[], int> count, Reflector[] before, int length, RunContext context)
    {
        var bidiagonal = new Bidiagonalization(matrix, rows, context.Cancellation);
        var (diagonal, above) = (bidiagonal.Diagonal, bidiagonal.Beside);
        if (!bidiagonal.IsUpper) BidiagonalSvd.TurnUpper(diagonal, above);
        var (d, e) = ((double[])diagonal.Clone(), (double[])above.Clone());
        var (values, right) = BidiagonalSvd.Of(d, e, context.Cancellation);
        var vectors = new Matrix(length, count(values));
        if (values.Length > DivideAndConquerSigns.LargestSwept)
        {
            var signs = new DivideAndConquerSigns(diagonal, above, values[0], context.Cancellation);
            foreach (var vector in right.AsSpan(0, vectors.Columns)) signs.Orient(vector);
        }
        context.Work.For(vectors.Columns, k =>
        {
            var vector = vectors.Column(k);
            right[k].CopyTo(vector);
            bidiagonal.ApplyRight(vector[..matrix.Length]);
            for (var i = before.Length - 1; i >= 0; i--) before[i].Apply(vector[before[i].First..]);
        });
        return new RightVectors(values, vectors);
    }

    static double[][] Dense(ITallMatrix source)
    {
        var columns = new double[source.Columns][];
        for (var c = 0; c < columns.Length; c++) source.Read(c, 0, columns[c] = new double[source.Rows]);
        return columns;
    }

    static double[][] Transpose(double[][] columns, int rows)
    {
        var transposed = new double[rows][];
        for (var i = 0; i < rows; i++) transposed[i] = Array.ConvertAll(columns, c => c[i]);
        return transposed;
    }
}
