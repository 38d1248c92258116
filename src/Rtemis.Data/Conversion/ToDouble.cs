using System.Globalization;

namespace Rtemis.Data;

/// <summary>Makes doubles of other columns.</summary>
static class ToDouble
{
    const string Type = "double";

    public static DoubleColumn Of(Column column) => column switch
    {
        DoubleColumn real => real,
        DateTimeColumn time => new DoubleColumn(time.Name, time.Values, time.Validity),
        IntegerColumn whole => Widened(column, whole.Values.Span),
        DateColumn date => Widened(column, date.Values.Span),
        LogicalColumn logical => OfLogicals(logical),
        FactorColumn factor => OfLevels(factor, [.. factor.Levels.Select(level => Number(factor.Name, level))]),
        _ => throw new InvalidOperationException($"Column '{column.Name}' is of a type that is not converted: {column.Type}."),
    };

    /// <summary>The number that a level reads as.</summary>
    /// <exception cref="ColumnConversionException">It is none.</exception>
    static double Number(string column, string level) => level.Trim() switch
    {
        "Inf" or "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw ColumnConversionException.Of(column, Type, level, "is not a number"),
    };

    static DoubleColumn OfLevels(FactorColumn factor, double[] numbers)
    {
        var values = new double[factor.Length];
        for (var row = 0; row < values.Length; row++)
            if (!factor.IsMissing(row)) values[row] = numbers[factor.Codes.Span[row]];
        return new DoubleColumn(factor.Name, values, factor.MissingCount > 0 ? BitView.Pack(values.Length, row => !factor.IsMissing(row)) : null);
    }

    static DoubleColumn OfLogicals(LogicalColumn column)
    {
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++) values[row] = column.Values[row] ? 1 : 0;
        return new DoubleColumn(column.Name, values, column.Validity);
    }

    static DoubleColumn Widened(Column column, ReadOnlySpan<int> numbers)
    {
        var values = new double[numbers.Length];
        for (var row = 0; row < values.Length; row++) values[row] = numbers[row];
        return new DoubleColumn(column.Name, values, column.Validity);
    }
}
