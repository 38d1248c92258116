using System.Numerics.Tensors;
using Rtemis.Data;

namespace Rtemis.Learning.Data;

/// <summary>Cells without a value. To R, NaN is one too.</summary>
static class MissingCells
{
    /// <summary>Whether a column has any.</summary>
    public static bool Any(Column column) =>
        column.MissingCount > 0 || column is DoubleColumn doubles && TensorPrimitives.IsNaNAny(doubles.Values.Span);

    /// <summary>Which rows have none.</summary>
    public static bool[] Of(Column column)
    {
        var missing = new bool[column.Length];
        var values = column is DoubleColumn doubles ? doubles.Values.Span : default;
        for (var i = 0; i < missing.Length; i++) missing[i] = column.IsMissing(i) || (!values.IsEmpty && double.IsNaN(values[i]));
        return missing;
    }
}
