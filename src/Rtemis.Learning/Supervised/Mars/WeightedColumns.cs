using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// An orthonormal basis of weighted terms, as precise as a regression by Householder reflections: each column is orthogonalized twice, and one that depends
/// on those before it is left out by the rule of LINPACK's <c>dqrdc2</c>.
/// </summary>
sealed class WeightedColumns(int rows)
{
    const double Tolerance = 1e-8;

    readonly List<double[]> _columns = [];

    /// <summary>The columns in tiles.</summary>
    public ColumnTiles Tiles { get; } = new(rows);

    /// <summary>Makes values of length 1 and orthogonal to the columns and to one more.</summary>
    /// <returns>The length of what was new; 0 where it counts as dependent.</returns>
    public double Normalize(double[] values, double[]? more)
    {
        var length = TensorPrimitives.Norm<double>(values);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var column in _columns) TakeOut(column, values);
            if (more is not null) TakeOut(more, values);
        }
        var rest = TensorPrimitives.Norm<double>(values);
        if (rest == 0 || rest < Tolerance * length) return 0;
        TensorPrimitives.Divide(values, rest, values);
        return rest;
    }

    /// <summary>Adds a term's values.</summary>
    /// <returns>The new column, or null where the values depend on the columns.</returns>
    public double[]? Add(double[] values)
    {
        var column = values.AsSpan().ToArray();
        if (Normalize(column, null) == 0) return null;
        _columns.Add(column);
        Tiles.Add(column);
        return column;
    }

    /// <summary>Takes a column's share out of values.</summary>
    public static void TakeOut(double[] column, double[] values) =>
        TensorPrimitives.MultiplyAdd(column, -TensorPrimitives.Dot<double>(column, values), values, values);
}
