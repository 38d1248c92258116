using System.Globalization;
using Rtemis.Data;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>The tables that the recorded jobs ran on, as an upload brings them: texts are factors with sorted levels.</summary>
static class GoldenTable
{
    public static Table Read(string name)
    {
        var lines = GoldenFile.Read(name + ".csv.gz").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var types = lines[0].Split(',');
        var names = lines[1].Split(',').Select(Unquote).ToArray();
        var rows = lines.Skip(2).Select(l => l.Trim().Split(',').Select(Unquote).ToArray()).ToArray();
        return new Table([.. types.Select((type, c) => Column(names[c], type, [.. rows.Select(r => r[c])]))], rows.Length);
    }

    static Column Column(string name, string type, string[] cells)
    {
        BitView? validity = cells.Contains("") ? BitView.Pack(cells.Length, i => cells[i].Length > 0) : null;
        switch (type)
        {
            case "float64":
                return new DoubleColumn(name, cells.Select(c => c.Length > 0 ? double.Parse(c, CultureInfo.InvariantCulture) : 0).ToArray(), validity);
            case "int32":
                return new IntegerColumn(name, cells.Select(c => c.Length > 0 ? int.Parse(c, CultureInfo.InvariantCulture) : 0).ToArray(), validity);
            case "string":
                var levels = cells.Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
                return new FactorColumn(name, cells.Select(c => levels.IndexOf(c)).ToArray(), levels);
            default:
                throw new NotSupportedException(type);
        }
    }

    static string Unquote(string cell) => cell.Trim().Trim('"');
}
