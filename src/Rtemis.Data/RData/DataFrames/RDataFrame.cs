using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>Tables as R's data frames, and back.</summary>
public static class RDataFrame
{
    const string ClassName = "data.frame";

    /// <summary>
    /// A data frame with the columns of <paramref name="table"/>: numeric, integer, logical, factor, Date, POSIXct and character ones. It is a view
    /// of the table, which must stay as it is while the frame is in use.
    /// </summary>
    public static RList FromTable(Table table) => new([.. table.Columns.Select(ColumnToVector.Convert)])
    {
        Attributes =
        [
            new("names", new RCharacter(table.Columns.Select(c => (string?)c.Name).ToArray())),
            new("class", new RCharacter(ClassName)),
            new("row.names", RowNames(table.Rows)),
        ],
    };

    /// <summary>Whether an object is a data frame.</summary>
    public static bool IsDataFrame(RObject value) => value is RList && value.Inherits(ClassName);

    /// <summary>
    /// A table with the columns of a data frame. Row names are left out, ordered factors become factors, and of other classes than those of
    /// <see cref="FromTable"/> only the numbers stay.
    /// </summary>
    /// <exception cref="RDataFormatException">It is no data frame, is damaged, or a column is a list, a matrix or bytes.</exception>
    public static Table ToTable(RObject frame)
    {
        if (!IsDataFrame(frame)) throw new RDataFormatException($"The object is no data frame, but of type {frame.TypeName}.");
        var vectors = ((RList)frame).Values;
        if (frame.Attribute("names") is not RCharacter names) throw new RDataFormatException("The data frame's columns have no names.");
        if (names.Length != vectors.Count) throw new RDataFormatException($"The data frame has {vectors.Count} columns and {names.Length} names.");
        var columns = vectors.Select((vector, i) => VectorToColumn.Convert(names.Values.Span[i] ?? "NA", vector)).ToArray();
        var rows = RowCount(frame.Attribute("row.names"));
        foreach (var column in columns)
            if (column.Length != rows) throw new RDataFormatException($"Column '{column.Name}' has {column.Length} rows, the data frame {rows}.");
        return new Table(columns, rows);
    }

    /// <summary>A vector, factor, Date or POSIXct as the column that <see cref="ToTable"/> makes of it.</summary>
    /// <exception cref="RDataFormatException">It is a list, a matrix or bytes.</exception>
    public static Column ToColumn(string name, RObject vector) => VectorToColumn.Convert(name, vector);

    // As R keeps 1, 2, ..., n: NA and the number, negated.
    static RInteger RowNames(int rows) => new(rows == 0 ? Array.Empty<int>() : new[] { RMissing.Integer, -rows });

    static int RowCount(RObject? names) => names switch
    {
        RInteger { Length: 2 } compact when compact.Values.Span[0] == RMissing.Integer && compact.Values.Span[1] != RMissing.Integer =>
            Math.Abs(compact.Values.Span[1]),
        RInteger whole => whole.Length,
        RCharacter texts => texts.Length,
        _ => throw new RDataFormatException("The data frame has no row names."),
    };
}
