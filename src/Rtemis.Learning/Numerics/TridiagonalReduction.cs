using System.Numerics.Tensors;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// A symmetric matrix turned by reflections from both sides into one with three diagonals. Source: G. H. Golub and C. F. Van Loan, "Matrix Computations",
/// 4th ed. 2013, section 8.3.1; order and signs are those of LAPACK's <c>dsytd2</c> for a lower triangle.
/// </summary>
sealed class TridiagonalReduction
{
    const int ChunkColumns = 64;

    readonly Reflector[] _reflectors;

    /// <summary>Reduces a matrix, given as columns, which are used up.</summary>
    /// <param name="columns">The columns, both triangles filled in.</param>
    /// <param name="work">Splits the work, or null to have it done on this thread.</param>
    /// <param name="cancellation">Ends it.</param>
    public TridiagonalReduction(double[][] columns, WorkSplit? work, CancellationToken cancellation)
    {
        var size = columns.Length;
        Beside = new double[Math.Max(0, size - 1)];
        _reflectors = new Reflector[Math.Max(0, size - 2)];
        for (var k = 0; k < _reflectors.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var reflector = _reflectors[k] = Reflector.Of(columns[k].AsSpan(k + 1), k + 1, out Beside[k]);
            if (reflector.Scale != 0) ReflectBothSides(columns, reflector, work);
        }
        if (size > 1) Beside[^1] = columns[size - 2][size - 1];
        Diagonal = [.. Enumerable.Range(0, size).Select(i => columns[i][i])];
    }

    /// <summary>The diagonal.</summary>
    public double[] Diagonal { get; }

    /// <summary>The line beside it.</summary>
    public double[] Beside { get; }

    /// <summary>Turns a vector of the reduced matrix into one of the matrix itself.</summary>
    public void Apply(Span<double> vector)
    {
        for (var i = _reflectors.Length - 1; i >= 0; i--) _reflectors[i].Apply(vector[_reflectors[i].First..]);
    }

    /// <summary>Turns a vector of the matrix into one of the reduced matrix.</summary>
    public void ApplyInverse(Span<double> vector)
    {
        foreach (var reflector in _reflectors) reflector.Apply(vector[reflector.First..]);
    }

    // H A H = A - v w' - w v' on the rest of the matrix.
    static void ReflectBothSides(double[][] a, Reflector reflector, WorkSplit? work)
    {
        var first = reflector.First;
        var v = reflector.Axis;
        var w = new double[v.Length];
        ForChunks(work, w.Length, (start, end) =>
        {
            for (var j = start; j < end; j++) w[j] = reflector.Scale * TensorPrimitives.Dot<double>(v, a[first + j].AsSpan(first));
        });
        TensorPrimitives.MultiplyAdd(v, -reflector.Scale / 2 * TensorPrimitives.Dot<double>(v, w), w, w);
        ForChunks(work, w.Length, (start, end) =>
        {
            for (var j = start; j < end; j++)
            {
                var column = a[first + j].AsSpan(first);
                TensorPrimitives.MultiplyAdd(v, -w[j], column, column);
                TensorPrimitives.MultiplyAdd(w, -v[j], column, column);
            }
        });
    }

    static void ForChunks(WorkSplit? work, int count, Action<int, int> body)
    {
        if (work is null) body(0, count);
        else work.ForChunks(count, ChunkColumns, (_, start, end) => body(start, end));
    }
}
