using CsvHelper;
using Rtemis.Data.Csv;

namespace Rtemis.Data;

/// <summary>
/// Writes tables as delimited text (RFC 4180) with a header. Numbers have the digits that bring them back, <c>Inf</c>, <c>-Inf</c> and <c>NaN</c> included;
/// logical values are <c>TRUE</c> and <c>FALSE</c>, factors their levels, days and points in time (UTC) ISO 8601.
/// </summary>
public static class CsvTableWriter
{
    /// <summary>Writes <paramref name="table"/> in UTF-8 to <paramref name="target"/>, which stays open.</summary>
    /// <exception cref="ColumnConversionException">A day or point in time is not in the years 1 to 9999.</exception>
    /// <exception cref="ArgumentException">The delimiter cannot be one.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static void Write(Table table, Stream target, CsvWriteOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CsvWriteOptions();
        using var writer = CsvWriter.Create(target, Settings(options), leaveOpen: true);
        Write(table, writer, options, cancellation);
    }

    /// <summary>Writes <paramref name="table"/> to <paramref name="target"/>, which stays open.</summary>
    /// <inheritdoc cref="Write(Table, Stream, CsvWriteOptions?, CancellationToken)"/>
    public static void Write(Table table, TextWriter target, CsvWriteOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CsvWriteOptions();
        using var writer = CsvWriter.Create(target, Settings(options), leaveOpen: true);
        Write(table, writer, options, cancellation);
    }

    static CsvWriterOptions Settings(CsvWriteOptions options) => new() { Separator = options.Delimiter, TrueValue = "TRUE", FalseValue = "FALSE" };

    static void Write(Table table, CsvWriter writer, CsvWriteOptions options, CancellationToken cancellation)
    {
        if (table.Columns.Count == 0) return;
        foreach (var column in table.Columns) writer.WriteField(column.Name);
        writer.EndRecord();
        CellWriter[] cells = [.. table.Columns.Select(column => new CellWriter(column, writer, options.MissingText))];
        for (var row = 0; row < table.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var cell in cells) cell.Write(row);
            writer.EndRecord();
        }
    }
}
