using System.Globalization;
using System.Text;

namespace Rtemis.Data.Tests.Csv;

/// <summary>Reads text as a file, and tells a table as one line: <c>a:Integer[1 NA] b:Text[x|y]</c>.</summary>
static class CsvText
{
    public static Table Read(string text, CsvReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static Table Read(byte[] bytes, CsvReadOptions? options = null) =>
        CsvTableReader.Read(new MemoryStream(bytes), options, TestContext.Current.CancellationToken);

    public static string Told(Table table) => string.Join(' ', table.Columns.Select(c => $"{c.Name}:{c.Type}[{string.Join('|', Cells.Of(c).Select(Cell))}]"));

    public static string ReadAndTold(string text, CsvReadOptions? options = null) => Told(Read(text, options));

    static string Cell(object? cell) => cell switch
    {
        null => "NA",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
