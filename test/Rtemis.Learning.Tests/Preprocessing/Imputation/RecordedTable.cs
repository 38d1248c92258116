using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Preprocessing.Imputation;

/// <summary>A table with missing values, and what R fills them with from a seed of its L'Ecuyer generator.</summary>
sealed class RecordedTable
{
    readonly JsonElement _recorded;

    RecordedTable(JsonElement recorded)
    {
        _recorded = recorded;
        Columns = Read("columns");
    }

    public IReadOnlyList<Column> Columns { get; }

    public static RecordedTable Of(string name) => new(GoldenData.Read("Imputation", name));

    public RunContext Run(int threads = 2) => new(threads: threads, seed: _recorded.GetProperty("seed").GetUInt32());

    public IReadOnlyList<Column> Read(string name) => [.. _recorded.GetProperty(name).EnumerateArray().Select(Column)];

    public double[] Numbers(params string[] path) => GoldenData.Numbers(path.Aggregate(_recorded, (element, name) => element.GetProperty(name)));

    /// <summary>Checks the cells that were missing, column by column, and that no other has changed.</summary>
    public void Filled(string method, IReadOnlyList<Column> filled, Func<Column, bool>? checks = null)
    {
        Assert.Equal(Columns.Select(c => (c.Name, c.Type)), filled.Select(c => (c.Name, c.Type)));
        var recorded = _recorded.GetProperty(method);
        foreach (var (before, after) in Columns.Zip(filled))
        {
            var missing = MissingCells.Of(before);
            var rows = Enumerable.Range(0, before.Length).ToLookup(row => missing[row]);
            Assert.Equal(rows[false].Select(row => Cell(before, row)), rows[false].Select(row => Cell(after, row)));
            if (checks?.Invoke(before) == false || !recorded.TryGetProperty(before.Name, out var expected)) continue;
            Assert.Equal(expected.EnumerateArray().Select(Value), rows[true].Select(row => Cell(after, row)));
        }
    }

    static object? Cell(Column column, int row) => column switch
    {
        FactorColumn factor => factor.IsMissing(row) ? null : factor.Levels[factor.Codes.Span[row]],
        _ when NumericColumn.Numbers(column).Span[row] is var number && double.IsNaN(number) => null,
        _ => NumericColumn.Numbers(column).Span[row],
    };

    static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        _ => null,
    };

    static Column Column(JsonElement column)
    {
        var name = column.GetProperty("name").GetString()!;
        var values = column.GetProperty("values");
        switch (column.GetProperty("type").GetString())
        {
            case "factor":
                var levels = GoldenData.Texts(column.GetProperty("levels"));
                return new FactorColumn(name, values.EnumerateArray().Select(v => Array.IndexOf(levels, v.GetString())).ToArray(), levels);
            case "integer":
                var numbers = GoldenData.Numbers(values);
                return new IntegerColumn(
                    name, Array.ConvertAll(numbers, v => double.IsNaN(v) ? 0 : (int)v), BitView.Pack(numbers.Length, row => !double.IsNaN(numbers[row])));
            default:
                return new DoubleColumn(name, GoldenData.Numbers(values));
        }
    }
}
