namespace Rtemis.Data;

/// <summary>Makes whole numbers of other columns.</summary>
static class ToInteger
{
    const string Type = "integer";

    public static IntegerColumn Of(Column column)
    {
        if (column is DateColumn date) return new IntegerColumn(date.Name, date.Values, date.Validity);
        var numbers = ToDouble.Of(column);
        var values = new int[numbers.Length];
        var isNaN = false;
        for (var row = 0; row < values.Length; row++)
        {
            if (numbers.IsMissing(row)) continue;
            var number = numbers.Values.Span[row];
            if (double.IsNaN(number)) isNaN = true;
            else values[row] = Whole(column, row, number);
        }
        var validity = isNaN ? BitView.Pack(values.Length, row => !numbers.IsMissing(row) && !double.IsNaN(numbers.Values.Span[row])) : numbers.Validity;
        return new IntegerColumn(column.Name, values, validity);
    }

    static int Whole(Column column, int row, double number)
    {
        if (number != Math.Floor(number)) throw Refusal("is not whole");
        // The least number of 32 bits is R's missing one.
        return Math.Abs(number) <= int.MaxValue ? (int)number : throw Refusal("is beyond 32 bits");

        ColumnConversionException Refusal(string problem) => ColumnConversionException.Of(
            column.Name, Type, column is FactorColumn factor ? factor.Levels[factor.Codes.Span[row]] : NumberText.Of(number), problem);
    }
}
