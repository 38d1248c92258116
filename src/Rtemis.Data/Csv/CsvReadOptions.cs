namespace Rtemis.Data;

/// <summary>How a file of delimited text is to be read. The defaults are those of R's <c>read.csv</c> but for the delimiter, which is found out.</summary>
public sealed record CsvReadOptions
{
    /// <summary>
    /// What stands between fields, an ASCII character. Null: it is found out from the first lines among comma, semicolon, tab and bar; it is the semicolon
    /// where decimals are behind a comma. A first line such as <c>sep=;</c>, as Excel writes it, is obeyed then.
    /// </summary>
    public char? Delimiter { get; init; }

    /// <summary>What decimals stand behind: a point or a comma.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>What encloses fields that hold delimiters, line breaks or quotes (doubled); null: nothing does.</summary>
    public char? Quote { get; init; } = '"';

    /// <summary>Whether the first record names the columns. Without it they are <c>V1</c>, <c>V2</c>, ....</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Fields that are missing values in columns of any type, quoted or not. Empty ones are missing in all columns but text and factors.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = ["NA"];

    /// <summary>Whether columns of text become factors, their levels in the order of <see cref="RootCollation"/>.</summary>
    public bool TextAsFactors { get; init; }

    /// <summary>
    /// Whether columns of ISO 8601 dates (<c>2026-11-28</c>) and of dates and times (<c>2026-11-28T09:30:00Z</c>; UTC unless an offset is given) are
    /// found; they are text otherwise.
    /// </summary>
    public bool FindDates { get; init; }

    /// <summary>The types of columns, by their names as the table has them, that are not to be found out.</summary>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes { get; init; } = new Dictionary<string, ColumnType>();
}
