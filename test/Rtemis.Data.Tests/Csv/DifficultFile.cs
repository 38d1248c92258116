using System.Text;

namespace Rtemis.Data.Tests.Csv;

/// <summary>A file of fields that are near the borders of the types, quoted or not, with line ends of each kind.</summary>
sealed record DifficultFile(string Text, char Delimiter, char DecimalMark)
{
    static readonly string[] Missing = ["NA", "", " ", "\t "];
    static readonly string[] Logicals = ["T", "F", "TRUE", "FALSE"];
    static readonly string[] Integers = ["0", "1", "-5", "+7", "007", " 3", "\t4", "2147483647", "-2147483647"];

    static readonly string[] Doubles =
    [
        "1.5", ".5", "5.", "-2.25e3", "1E-5", "1e", "1e+", "1e5", "1 ", "2.0 ", "2147483648", "-2147483648", "Inf", "-inf", "infinity", "NaN", "nan", "1e400",
        "1e-400", "0x1F", "0Xff ", "123456789012345678", "3.14159265358979312", "0.1", "1e22", "1e23", "2.2250738585072014e-308", "9007199254740993",
    ];

    static readonly string[] Texts =
    [
        "a", " b ", "x,y", "x;y", "two\nlines", "say \"hi\"", "é€😀", "1L", "1d5", "NAN", "--1", "#c", "'q'", "1_0", "infinit", "0x", "1e 5",
        "NA ", "<NA>", "TRUE ", "1f", "2026-11-28", "\\n", ".", "-", "0xg", "1 2",
    ];

    static readonly string[] Odd = [.. Logicals, .. Integers, .. Doubles, .. Texts];

    static readonly string[] Names = ["a", "b", "a", " a ", "", "X", "a.1", "two words", "1st", "NA", "é", "b,c"];

    public static DifficultFile Next(Random random)
    {
        var decimalMark = random.Next(4) == 0 ? ',' : '.';
        char[] delimiters = decimalMark == ',' ? [';', '\t'] : [',', ';', '\t', '|'];
        var delimiter = delimiters[random.Next(delimiters.Length)];
        var lineEnd = random.Next(2) == 0 ? "\n" : "\r\n";
        var columns = Enumerable.Range(0, random.Next(2, 7)).Select(_ => Pool(random)).ToArray();
        var hasRowNames = random.Next(4) == 0;
        var text = new StringBuilder();
        Append(text, columns.Select(_ => Names[random.Next(Names.Length)]), delimiter, lineEnd, random);
        for (var row = random.Next(1, 30); row > 0; row--)
        {
            var cells = columns.Select(pool => pool[random.Next(pool.Length)]).Select(cell => decimalMark == ',' ? cell.Replace('.', ',') : cell);
            Append(text, hasRowNames ? [$"row {row}", .. cells] : cells, delimiter, lineEnd, random);
            if (random.Next(10) == 0) text.Append(lineEnd);
        }
        return new DifficultFile(text.ToString(), delimiter, decimalMark);
    }

    // Texts of one kind, among which a single one of another kind may decide the type of the column.
    static string[] Pool(Random random)
    {
        string[] usual = random.Next(5) switch
        {
            0 => Missing,
            1 => [.. Logicals, .. Missing],
            2 => [.. Integers, .. Missing],
            3 => [.. Integers, .. Doubles, .. Missing],
            _ => [.. Texts, .. Missing],
        };
        return random.Next(2) == 0 ? usual : [.. usual, Odd[random.Next(Odd.Length)]];
    }

    static void Append(StringBuilder text, IEnumerable<string> fields, char delimiter, string lineEnd, Random random) =>
        text.AppendJoin(delimiter, fields.Select(field => Quoted(field, delimiter, random))).Append(lineEnd);

    static string Quoted(string field, char delimiter, Random random) =>
        random.Next(4) == 0 || field.Contains(delimiter) || field.AsSpan().ContainsAny("\"\n\t")
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
