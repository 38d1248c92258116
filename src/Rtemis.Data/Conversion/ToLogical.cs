namespace Rtemis.Data;

/// <summary>Makes true and false of other columns.</summary>
static class ToLogical
{
    const string Type = "logical";

    public static LogicalColumn Of(Column column) => column is FactorColumn factor ? OfFactor(factor) : OfNumbers(ToDouble.Of(column));

    static LogicalColumn OfFactor(FactorColumn factor)
    {
        bool[] meanings = [.. factor.Levels.Select(level => level switch
        {
            "TRUE" or "T" or "true" => true,
            "FALSE" or "F" or "false" => false,
            _ => throw ColumnConversionException.Of(factor.Name, Type, level, "is none of TRUE, T, true, FALSE, F and false"),
        })];
        var values = BitView.Pack(factor.Length, row => !factor.IsMissing(row) && meanings[factor.Codes.Span[row]]);
        return new LogicalColumn(factor.Name, values, factor.MissingCount > 0 ? BitView.Pack(factor.Length, row => !factor.IsMissing(row)) : null);
    }

    static LogicalColumn OfNumbers(DoubleColumn numbers)
    {
        for (var row = 0; row < numbers.Length; row++)
            if (IsPresent(row) && numbers.Values.Span[row] is not (0 or 1))
                throw ColumnConversionException.Of(numbers.Name, Type, NumberText.Of(numbers.Values.Span[row]), "is neither 0 nor 1");
        return new LogicalColumn(
            numbers.Name, BitView.Pack(numbers.Length, row => IsPresent(row) && numbers.Values.Span[row] == 1), BitView.Pack(numbers.Length, IsPresent));

        bool IsPresent(int row) => !numbers.IsMissing(row) && !double.IsNaN(numbers.Values.Span[row]);
    }
}
