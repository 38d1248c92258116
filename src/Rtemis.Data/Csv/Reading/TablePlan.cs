namespace Rtemis.Data.Csv;

/// <summary>
/// What the first reading of a file finds: how many rows there are and of what type each column is, so that the second needs no memory but the table's.
/// </summary>
sealed record TablePlan(int Rows, IReadOnlyList<ColumnType> Types)
{
    /// <summary>Reads all records.</summary>
    /// <exception cref="CsvFormatException">A record is not what it should be, or a column that is to have a type is not there.</exception>
    public static TablePlan Of(Records records, CsvReadOptions options)
    {
        var given = Given(records, options);
        var guesses = given.Select(type => type is null ? new TypeGuess((byte)options.DecimalMark, options.FindDates) : null).ToArray();
        var missing = new MissingValues(options.MissingTexts);
        var rows = 0;
        for (; records.Read(); rows++)
        {
            if (rows == Array.MaxLength) throw new CsvFormatException($"The file has more than {Array.MaxLength} records.");
            for (var column = 0; column < guesses.Length; column++)
                if (guesses[column] is { IsText: false } guess) Consider(guess, records[column], missing);
        }
        return new TablePlan(rows, [.. given.Zip(guesses, (type, guess) => type ?? Found(guess!.Type, options))]);
    }

    static void Consider(TypeGuess guess, Cell cell, MissingValues missing)
    {
        if (!missing.Contains(cell.Bytes) && !CellText.IsBlank(cell.Bytes)) guess.Consider(cell.Bytes);
    }

    static ColumnType Found(ColumnType type, CsvReadOptions options) =>
        type == ColumnType.Text && options.TextAsFactors ? ColumnType.Factor : type;

    static ColumnType?[] Given(Records records, CsvReadOptions options)
    {
        foreach (var (name, type) in options.ColumnTypes)
            if (!records.Names.Contains(name))
                throw CsvFormatException.At(records.HeaderLine, $"there is no column '{name}' to be read as {Enum.GetName(type)!.ToLowerInvariant()}.");
        return [.. records.Names.Select(name => options.ColumnTypes.TryGetValue(name, out var type) ? type : (ColumnType?)null)];
    }
}
