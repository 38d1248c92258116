using Rtemis.Data.Csv;

namespace Rtemis.Data;

/// <summary>
/// Reads delimited text (CSV, TSV and the like) into a table as R's <c>read.csv</c> reads it, in UTF-8 or, where a byte order mark says so, in UTF-16.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Records end with LF, CR LF or CR; lines without text are passed over. All have as many fields as the header, or all one more: then the first ones are the
/// names of the rows, as R writes them, and no column.</item>
/// <item>A field is quoted if its first sign is the quote; a quote further on in an unquoted field is text. Blanks around fields belong to them.</item>
/// <item>Names of columns are those of the header without blanks around them. Empty ones become <c>X</c>; a repeated one gets <c>.1</c>, <c>.2</c>, ....</item>
/// <item>A column whose values are all <c>T</c>, <c>TRUE</c>, <c>True</c>, <c>true</c>, <c>F</c>, <c>FALSE</c>, <c>False</c> or <c>false</c> is logical; one of
/// whole numbers of 32 bits is integer; one of numbers double (decimal, <c>1e5</c>, hexadecimal whole ones, <c>Inf</c>, <c>NaN</c>, blanks around them); any
/// other is text, complex numbers too. A column without values is logical.</item>
/// <item>Missing are the texts that the options name, quoted or not, and empty or blank fields in columns other than text and factors; there they are text.</item>
/// </list>
/// What is read otherwise than in R: <c>true</c>, <c>True</c>, <c>false</c> and <c>False</c> are text there, records with too few fields are filled up, those
/// with too many are broken, and quotes inside of fields open a quoted part. The file is read twice, so that no more memory is taken than the table needs.
/// </remarks>
public static class CsvTableReader
{
    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <inheritdoc cref="Read(Stream, CsvReadOptions?, CancellationToken)"/>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Table Read(string path, CsvReadOptions? options = null, CancellationToken cancellation = default)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Read(file, options, cancellation);
    }

    /// <summary>Reads what is left of <paramref name="source"/>, which stays open. One that cannot seek is first copied into a temporary file.</summary>
    /// <exception cref="CsvFormatException">It is no delimited text, or not what the options say.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Table Read(Stream source, CsvReadOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CsvReadOptions();
        if (options.DecimalMark is not ('.' or ','))
            throw new ArgumentException($"Decimals stand behind a point or a comma, not '{options.DecimalMark}'.", nameof(options));
        if (options.Delimiter == options.DecimalMark)
            throw new ArgumentException($"'{options.Delimiter}' cannot part both fields and decimals.", nameof(options));
        if (source.CanSeek) return ReadTwice(source, options, cancellation);
        using var file = SpooledStream.Of(source, cancellation);
        return ReadTwice(file, options, cancellation);
    }

    static Table ReadTwice(Stream source, CsvReadOptions options, CancellationToken cancellation)
    {
        var start = source.Position;
        TablePlan plan;
        using (var records = new Records(source, options, cancellation)) plan = TablePlan.Of(records, options);
        source.Position = start;
        using (var records = new Records(source, options, cancellation)) return Fill(records, plan, options);
    }

    static Table Fill(Records records, TablePlan plan, CsvReadOptions options)
    {
        if (records.Names.Length != plan.Types.Count) throw Changed();
        var missing = new MissingValues(options.MissingTexts);
        ColumnBuilder[] columns = [.. plan.Types.Zip(records.Names, (type, name) => ColumnBuilder.Of(type, name, plan.Rows, (byte)options.DecimalMark))];
        var row = 0;
        for (; records.Read(); row++)
        {
            if (row == plan.Rows) throw Changed();
            for (var column = 0; column < columns.Length; column++)
                if (!TrySet(columns[column], row, records[column], missing)) throw records.Fault(column, $"is not {columns[column].Kind}");
        }
        if (row < plan.Rows) throw Changed();
        return new Table([.. columns.Select(column => column.Build())], plan.Rows);
    }

    static bool TrySet(ColumnBuilder column, int row, Cell cell, MissingValues missing)
    {
        if (!missing.Contains(cell.Bytes) && !(column.BlankIsMissing && CellText.IsBlank(cell.Bytes))) return column.TrySet(row, cell);
        column.SetMissing(row);
        return true;
    }

    static CsvFormatException Changed() => new("The file changed while it was read.");
}
