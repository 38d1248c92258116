using System.CommandLine;
using Rtemis.Cli.Requests;
using Rtemis.Cli.Tables;
using Rtemis.Data;

namespace Rtemis.Cli.Commands;

/// <summary>The table of a command, and how its file is read.</summary>
sealed class TableOptions
{
    const string TypesSwitch = "--type";

    static readonly Dictionary<string, ColumnType> Types = new()
    {
        ["double"] = ColumnType.Double,
        ["integer"] = ColumnType.Integer,
        ["logical"] = ColumnType.Logical,
        ["factor"] = ColumnType.Factor,
        ["character"] = ColumnType.Text,
        ["date"] = ColumnType.Date,
        ["datetime"] = ColumnType.DateTime,
    };

    readonly Argument<string> _file = new("data")
    {
        Description = "Delimited text (a header, then a line a case), or an Arrow IPC stream (.arrow); .gz behind either.",
        HelpName = "FILE",
    };

    readonly Option<string?> _delimiter = new("--delimiter") { Description = "What parts fields: one sign, or tab (default: found out).", HelpName = "SIGN" };
    readonly Option<string?> _decimal = new("--decimal") { Description = "What decimals stand behind: . or , (default .).", HelpName = "SIGN" };
    readonly Option<string[]> _missing = new("--na") { Description = "A text that means a missing value; several times for several (default NA).", HelpName = "TEXT" };
    readonly Option<string[]> _types = new(TypesSwitch)
    {
        Description = $"A column's type where it is not to be found out: {string.Join(", ", Types.Keys)}; several times for several.",
        HelpName = "COLUMN=TYPE",
    };

    readonly Option<bool> _dates = new("--dates") { Description = "Columns of ISO dates and times become such, rather than text." };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_delimiter, _decimal, _missing, _types, _dates]) command.Options.Add(option);
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="UsageException">An option can't be what it is.</exception>
    /// <exception cref="CsvFormatException">The file is not what it should be.</exception>
    public NamedTable Read(ParseResult parse, CancellationToken cancellation)
    {
        var types = (parse.GetValue(_types) ?? []).Select(t => ValueText.Pair(TypesSwitch, t)).ToDictionary(t => t.Name, t => Type(t.Value));
        var csv = new CsvReadOptions
        {
            Delimiter = parse.GetValue(_delimiter) is { } delimiter ? Sign(_delimiter, delimiter == "tab" ? "\t" : delimiter) : null,
            DecimalMark = parse.GetValue(_decimal) is { } mark ? Sign(_decimal, mark) : '.',
            MissingTexts = parse.GetValue(_missing) is { Length: > 0 } missing ? missing : ["NA"],
            FindDates = parse.GetValue(_dates),
        };
        if ((csv.Delimiter ?? ';') == csv.DecimalMark) throw new UsageException($"{_decimal.Name} '{csv.DecimalMark}': what parts fields can't part decimals, too.");
        if (csv.DecimalMark is not ('.' or ',')) throw new UsageException($"{_decimal.Name} '{csv.DecimalMark}': must be . or ,.");
        var read = TableFile.Read(parse.GetRequiredValue(_file), csv, cancellation);
        return read with { Table = WithTypes(read.Table, types, cancellation) };
    }

    // After reading, so that it is the same for all kinds of files.
    static Table WithTypes(Table table, Dictionary<string, ColumnType> types, CancellationToken cancellation)
    {
        if (types.Count == 0) return table;
        if (types.Keys.FirstOrDefault(n => table.Find(n) is null) is { } unknown) throw new UsageException($"{TypesSwitch} '{unknown}': the table has no such column.");
        var choices = table.Columns.Select(c => new ColumnChoice(c.Name, types.TryGetValue(c.Name, out var type) ? type : null));
        return TableArrangement.Of(table, [.. choices], cancellation);
    }

    static ColumnType Type(string name) => Types.TryGetValue(name, out var type)
        ? type
        : throw new UsageException($"{TypesSwitch} '{name}': must be one of {string.Join(", ", Types.Keys)}.");

    static char Sign(Option option, string text) => text.Length == 1 ? text[0] : throw new UsageException($"{option.Name} '{text}': must be one sign.");
}
