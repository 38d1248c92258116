using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Preprocessing;

/// <summary>Features, what is done to them, and how they look.</summary>
static class Features
{
    /// <summary>Four features of twelve cases, two of which miss values, and a constant one.</summary>
    public static IReadOnlyList<Column> Mixed { get; } =
    [
        Whole("id", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
        Numbers("num", 1.5, double.NaN, 3, 4.25, 5, 6, 7, 8, 9, 10, double.NaN, 12),
        Texts("cat", "b", "a", null, "b", "c", "c", "b", "a", "b", "b", "a", "c"),
        Whole("const", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    ];

    public static RunContext Run => new(threads: 2, seed: 1);

    public static PreprocessorConfig Config(params (string Name, object? Value)[] options) =>
        PreprocessorConfig.Create([.. options.Select(o => KeyValuePair.Create(o.Name, Value(o.Value)))]);

    public static (FittedPreprocessor Fitted, IReadOnlyList<Column> Features) Fit(IReadOnlyList<Column> features, params (string Name, object? Value)[] options) =>
        FittedPreprocessor.Fit(Config(options), features, Run);

    public static IReadOnlyList<Column> Transform(IReadOnlyList<Column> features, params (string Name, object? Value)[] options) => Fit(features, options).Features;

    public static Column Numbers(string name, params double[] values) => new DoubleColumn(name, values);

    public static Column Whole(string name, params int?[] values) => new IntegerColumn(
        name, Array.ConvertAll(values, v => v ?? 0), values.Contains(null) ? BitView.Pack(values.Length, i => values[i] is not null) : null);

    public static Column Texts(string name, params string?[] values)
    {
        List<string> levels = [.. values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new FactorColumn(name, Array.ConvertAll(values, v => v is null ? -1 : levels.IndexOf(v)), levels);
    }

    public static string[] Names(IReadOnlyList<Column> columns) => [.. columns.Select(c => c.Name)];

    public static double[] Values(Column column) => NumericColumn.Numbers(column).ToArray();

    /// <summary>The levels of a factor's cases, null where missing.</summary>
    public static string?[] Labels(Column column)
    {
        var factor = Assert.IsType<FactorColumn>(column);
        return Array.ConvertAll(factor.Codes.ToArray(), c => c < 0 ? null : factor.Levels[c]);
    }

    static ParameterValue Value(object? value) => value switch
    {
        null => ParameterValue.Null,
        bool v => new ParameterValue.Logical(v),
        int v => new ParameterValue.Integer(v),
        double v => new ParameterValue.Number(v),
        string v => new ParameterValue.Text(v),
        int[] v => new ParameterValue.Vector([.. v.Select(i => new ParameterValue.Integer(i))]),
        string[] v => new ParameterValue.Vector([.. v.Select(i => new ParameterValue.Text(i))]),
        ParameterValue v => v,
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };
}
