using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Resampling;

/// <summary>Columns as the numbers that cases are put together by.</summary>
static class ColumnNumbers
{
    /// <summary>A column of any kind as numbers, as R's <c>as.numeric</c> has them; NaN where missing.</summary>
    public static ReadOnlyMemory<double> Of(Column column)
    {
        Func<int, double> number;
        switch (column)
        {
            case FactorColumn factor:
                number = row => factor.Codes.Span[row] + 1;
                break;
            case LogicalColumn logical:
                number = row => logical.Values[row] ? 1 : 0;
                break;
            case DateColumn date:
                number = row => date.Values.Span[row];
                break;
            case DateTimeColumn time:
                number = row => time.Values.Span[row];
                break;
            default:
                return NumericColumn.Numbers(column);
        }
        var numbers = new double[column.Length];
        for (var row = 0; row < numbers.Length; row++) numbers[row] = column.IsMissing(row) ? double.NaN : number(row);
        return numbers;
    }
}
