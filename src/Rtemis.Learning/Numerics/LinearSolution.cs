using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>Coefficients of a linear system.</summary>
/// <param name="Coefficients">One a column; NaN where the column is, to rounding, a combination of those before it.</param>
/// <param name="Rank">How many are not.</param>
sealed record LinearSolution(double[] Coefficients, int Rank)
{
    /// <summary>glm's: its epsilon of 1e-8 over 1000.</summary>
    public const double GlmTolerance = 1e-11;

    /// <summary>
    /// Solves for a triangular factor whose last column is the right-hand side. Columns are taken in order; one whose part that is not
    /// explained by those before it is below the tolerance times its length goes to the end and gets no coefficient, as in LINPACK's
    /// <c>dqrdc2</c> that R uses.
    /// </summary>
    /// <param name="factor">The factor.</param>
    /// <param name="rows">The rows that it came from, which bound the rank.</param>
    /// <param name="tolerance">The share of a column's length that must be new.</param>
    public static LinearSolution Of(Matrix factor, int rows, double tolerance = GlmTolerance)
    {
        var count = factor.Rows;
        var columns = Enumerable.Range(0, count).Select(c => factor.Column(c).ToArray()).ToArray();
        var response = factor.Column(count).ToArray();
        var order = Enumerable.Range(0, count).ToList();
        var least = Array.ConvertAll(columns, c => tolerance * (TensorPrimitives.Norm<double>(c) is var norm and > 0 ? norm : 1));

        var kept = count;
        var rank = 0;
        for (; rank < Math.Min(kept, rows); rank++)
        {
            while (rank < kept && TensorPrimitives.Norm<double>(columns[order[rank]].AsSpan(rank)) < least[order[rank]])
            {
                var aliased = order[rank];
                order.RemoveAt(rank);
                order.Add(aliased);
                kept--;
            }
            if (rank == kept) break;
            Reduce(columns, order, rank, response);
        }
        return new LinearSolution(BackSubstitute(columns, order, rank, response), rank);
    }

    // Brings a column into triangular form; it is already unless one before it was moved.
    static void Reduce(double[][] columns, List<int> order, int step, double[] response)
    {
        var axis = columns[order[step]].AsSpan(step);
        if (TensorPrimitives.MaxMagnitude<double>(axis[1..] is { Length: > 0 } tail ? tail : [0]) == 0) return;
        var head = axis[0];
        var length = TensorPrimitives.Norm<double>(axis);
        var diagonal = head < 0 ? length : -length;
        var v = axis.ToArray();
        v[0] -= diagonal;
        var scale = 2 / TensorPrimitives.Dot<double>(v, v);
        axis.Clear();
        axis[0] = diagonal;
        for (var k = step + 1; k < order.Count; k++) Reflect(v, scale, columns[order[k]].AsSpan(step));
        Reflect(v, scale, response.AsSpan(step));
    }

    static void Reflect(ReadOnlySpan<double> v, double scale, Span<double> target) =>
        TensorPrimitives.MultiplyAdd(v, -scale * TensorPrimitives.Dot(v, target), target, target);

    static double[] BackSubstitute(double[][] columns, List<int> order, int rank, double[] response)
    {
        var coefficients = new double[columns.Length];
        Array.Fill(coefficients, double.NaN);
        var rest = response.AsSpan(0, rank);
        for (var i = rank - 1; i >= 0; i--)
        {
            var column = columns[order[i]].AsSpan(0, i + 1);
            var value = coefficients[order[i]] = rest[i] / column[i];
            TensorPrimitives.MultiplyAdd(column, -value, rest[..(i + 1)], rest[..(i + 1)]);
        }
        return coefficients;
    }
}
