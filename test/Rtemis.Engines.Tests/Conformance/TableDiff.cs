using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>Compares table slices with the recorded ones: names and order of columns, texts exactly, numbers within a tolerance.</summary>
/// <param name="tolerance">The largest difference, relative to 1 + |value|.</param>
sealed class TableDiff(double tolerance)
{

    readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public double Largest { get; private set; }

    /// <param name="mine">Our table.</param>
    /// <param name="theirs">The recorded one.</param>
    /// <param name="slice">The slice's name.</param>
    /// <param name="upToSign">Whether a column of numbers may have the other sign as a whole, as components may.</param>
    public void Compare(Table? mine, JsonNode? theirs, string slice, bool upToSign = false)
    {
        if (mine is null != theirs is null)
        {
            _problems.Add(mine is null ? $"{slice}: no table" : $"{slice}: a table where none was expected");
            return;
        }
        if (mine is null) return;
        var columns = theirs!["columns"]!.AsObject();
        var names = mine.Columns.Select(c => c.Name).ToList();
        if (!names.SequenceEqual(columns.Select(c => c.Key)))
        {
            _problems.Add($"{slice}: columns {string.Join(' ', names)}");
            return;
        }
        foreach (var column in mine.Columns) Compare(column, columns[column.Name]!.AsArray(), $"{slice}.{column.Name}", upToSign);
    }

    void Compare(Column mine, JsonArray theirs, string at, bool upToSign)
    {
        if (mine.Length != theirs.Count)
        {
            _problems.Add($"{at}: {mine.Length} rows instead of {theirs.Count}");
            return;
        }
        var wrong = 0;
        double worst = 0, mirrored = 0;
        for (var i = 0; i < mine.Length; i++)
        {
            if (Number(theirs[i]) is { } expected)
            {
                worst = Math.Max(worst, Difference(Cell(mine, i), expected));
                mirrored = Math.Max(mirrored, Difference(-Cell(mine, i), expected));
            }
            else if (theirs[i] is null ? !mine.IsMissing(i) : Text(mine, i) != theirs[i]!.GetValue<string>())
            {
                wrong++;
            }
        }
        if (upToSign) worst = Math.Min(worst, mirrored);
        if (wrong > 0) _problems.Add($"{at}: {wrong} of {mine.Length} texts differ");
        if (worst > tolerance) _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{at}: differs by {worst}"));
        Largest = Math.Max(Largest, worst);
    }

    static double Difference(double mine, double theirs)
    {
        if (mine.Equals(theirs)) return 0;
        var difference = Math.Abs(mine - theirs) / (1 + Math.Abs(theirs));
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }

    static double Cell(Column column, int row) => column switch
    {
        DoubleColumn doubles => doubles.Values.Span[row],
        IntegerColumn integers => integers.Values.Span[row],
        _ => double.NaN,
    };

    static string? Text(Column column, int row) => column is FactorColumn factor && !factor.IsMissing(row) ? factor.Levels[factor.Codes.Span[row]] : null;

    // The recordings spell what JSON has no number for.
    static double? Number(JsonNode? cell) => cell?.GetValueKind() switch
    {
        JsonValueKind.Number => cell.GetValue<double>(),
        JsonValueKind.String when cell.GetValue<string>() is "NaN" => double.NaN,
        JsonValueKind.String when cell.GetValue<string>() is "Infinity" => double.PositiveInfinity,
        JsonValueKind.String when cell.GetValue<string>() is "-Infinity" => double.NegativeInfinity,
        _ => null,
    };
}
