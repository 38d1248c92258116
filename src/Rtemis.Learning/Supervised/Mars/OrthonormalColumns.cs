using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// An orthonormal basis of the terms in use, by modified Gram-Schmidt. Sums run from the first case to the last, as in earth: columns that mean the same,
/// such as the two of a factor with two levels, tie but for rounding, and the winner should be the same one.
/// </summary>
sealed class OrthonormalColumns
{
    /// <summary>A column of which less than this is new counts as dependent.</summary>
    public const double LeastNew = 0.01;

    readonly List<double[]> _columns = [];

    /// <summary>Starts with the constant.</summary>
    public OrthonormalColumns(int rows)
    {
        var constant = new double[rows];
        Array.Fill(constant, 1 / Math.Sqrt(rows));
        _columns.Add(constant);
    }

    /// <summary>The columns of length 1, the constant first.</summary>
    public IReadOnlyList<double[]> Columns => _columns;

    /// <summary>Takes out of <paramref name="values"/> what the columns from number <paramref name="from"/> on explain.</summary>
    public void Reduce(double[] values, int from)
    {
        for (var c = from; c < _columns.Count; c++) TakeOut(_columns[c], values);
    }

    /// <summary>What is left of values; the constant alone is taken out as their mean.</summary>
    public double[] Rest(double[] values)
    {
        var rest = values.AsSpan().ToArray();
        if (_columns.Count == 1) TensorPrimitives.Subtract(rest, Mean(rest), rest);
        else Reduce(rest, 0);
        return rest;
    }

    /// <summary>Adds what is new in a term's values.</summary>
    /// <returns>Whether enough of it was new.</returns>
    public bool Add(double[] values)
    {
        var rest = Rest(values);
        var squares = SumOfSquares(rest);
        if (squares > 0) TensorPrimitives.Divide(rest, Math.Sqrt(squares), rest);
        _columns.Add(rest);
        return squares > LeastNew;
    }

    /// <summary>Takes the last column away.</summary>
    public void RemoveLast() => _columns.RemoveAt(_columns.Count - 1);

    public static double Mean(double[] values)
    {
        var mean = 0.0;
        foreach (var value in values) mean += value / values.Length;
        return mean;
    }

    public static double SumOfSquares(double[] values) => Dot(values, values);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    static void TakeOut(double[] column, double[] values)
    {
        var coefficient = Dot(column, values);
        TensorPrimitives.MultiplyAdd(column, -coefficient, values, values);
    }
}
