using System.Globalization;
using System.Text.Json;
using Rtemis.Data;

namespace Rtemis.EndToEnd.Tests;

/// <summary>The tables of the test data, and made-up ones.</summary>
static class SampleTable
{
    /// <summary>An Arrow stream of a CSV file with its column types; text stays text, as a browser sends it.</summary>
    public static byte[] Arrow(string name)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(PathOf($"{name}.schema.json")));
        var rows = File.ReadAllLines(PathOf($"{name}.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        var columns = schema.RootElement.GetProperty("columns").EnumerateArray()
            .Select((c, j) => Column(c.GetProperty("name").GetString()!, c.GetProperty("type").GetString()!, [.. rows.Select(r => r[j].Trim('"'))]));
        return Arrow(new Table([.. columns], rows.Length));
    }

    /// <summary>Random numbers, the same each time; the last column depends on the first.</summary>
    public static Table Random(int rows, int columns, int seed = 1)
    {
        var random = new Random(seed);
        var made = new Column[columns];
        for (var j = 0; j < columns; j++)
        {
            var values = new double[rows];
            for (var i = 0; i < rows; i++) values[i] = random.NextDouble();
            made[j] = new DoubleColumn($"x{j}", values);
        }
        return new Table(made, rows);
    }

    public static byte[] Arrow(Table table)
    {
        using var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        return stream.ToArray();
    }

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    static Column Column(string name, string type, string[] cells)
    {
        var present = cells.All(c => c.Length > 0) ? (BitView?)null : BitView.Pack(cells.Length, i => cells[i].Length > 0);
        return type switch
        {
            "float64" => new DoubleColumn(name, Values(double.Parse), present),
            "int32" => new IntegerColumn(name, Values((c, p) => int.Parse(c, p)), present),
            "bool" => new LogicalColumn(name, BitView.Pack(cells.Length, i => cells[i] == "TRUE"), present),
            _ => new TextColumn(name, cells.Select(c => c.Length > 0 ? c : null).ToArray()),
        };

        T[] Values<T>(Func<string, IFormatProvider, T> parse) =>
            [.. cells.Select(c => c.Length > 0 ? parse(c, CultureInfo.InvariantCulture) : default!)];
    }
}
