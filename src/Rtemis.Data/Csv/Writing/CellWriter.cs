using CsvHelper;

namespace Rtemis.Data.Csv;

/// <summary>Writes the cells of one column.</summary>
sealed class CellWriter(Column column, CsvWriter writer, string missingText)
{
    readonly Action<int> _write = Present(column, writer);

    /// <summary>Writes the cell of that row as the next field.</summary>
    public void Write(int row)
    {
        if (column.IsMissing(row)) writer.WriteField(missingText);
        else _write(row);
    }

    static Action<int> Present(Column column, CsvWriter writer) => column switch
    {
        DoubleColumn numbers => row => Number(writer, numbers.Values.Span[row]),
        IntegerColumn numbers => row => writer.WriteField(numbers.Values.Span[row]),
        LogicalColumn flags => row => writer.WriteField(flags.Values[row]),
        FactorColumn factor => row => writer.WriteField(factor.Levels[factor.Codes.Span[row]]),
        TextColumn texts => row => writer.WriteField(texts.Values.Span[row]),
        DateColumn days => row => writer.WriteField(IsoText.Day(days.Values.Span[row]) ?? throw Beyond(column, days.Values.Span[row], "days")),
        DateTimeColumn times => row => writer.WriteField(IsoText.Time(times.Values.Span[row]) ?? throw Beyond(column, times.Values.Span[row], "seconds")),
        _ => throw new InvalidOperationException($"Column '{column.Name}' is of a type that is not written: {column.Type}."),
    };

    static void Number(CsvWriter writer, double value)
    {
        if (double.IsFinite(value)) writer.WriteField(value);
        else writer.WriteField(NumberText.Of(value));
    }

    static ColumnConversionException Beyond(Column column, double value, string unit) =>
        ColumnConversionException.Of(column.Name, "text", $"{NumberText.Of(value)} {unit} since 1970", IsoText.Bounds);
}
