namespace Rtemis.Learning.Parameters;

/// <summary>A value for every parameter of a set, checked. Made by <see cref="ParameterSet.Bind"/>.</summary>
public sealed class ParameterValues
{
    readonly Dictionary<string, ParameterValue> _values;

    internal ParameterValues(ParameterSet set, Dictionary<string, ParameterValue> values)
    {
        Set = set;
        _values = values;
    }

    /// <summary>The declarations that the values belong to.</summary>
    public ParameterSet Set { get; }

    /// <summary>The value of a declared parameter.</summary>
    public ParameterValue this[string name] => _values[name];

    /// <summary>A true-or-false value.</summary>
    public bool Logical(string name) => ((ParameterValue.Logical)_values[name]).Value;

    /// <summary>A whole number.</summary>
    public int Integer(string name) => ((ParameterValue.Integer)_values[name]).Value;

    /// <summary>A whole number, or null where unset.</summary>
    public int? IntegerOrNull(string name) => _values[name] is ParameterValue.Integer n ? n.Value : null;

    /// <summary>A number, whole or not.</summary>
    public double Number(string name) => NumberOrNull(name)!.Value;

    /// <summary>A number, or null where unset.</summary>
    public double? NumberOrNull(string name) => _values[name] switch
    {
        ParameterValue.Integer n => n.Value,
        ParameterValue.Number n => n.Value,
        _ => null,
    };

    /// <summary>A string.</summary>
    public string Text(string name) => TextOrNull(name)!;

    /// <summary>A string, or null where unset.</summary>
    public string? TextOrNull(string name) => (_values[name] as ParameterValue.Text)?.Value;

    /// <summary>Strings of a vector parameter, or null where unset; a single value is a vector of one.</summary>
    public IReadOnlyList<string>? TextsOrNull(string name) => _values[name] switch
    {
        ParameterValue.Text t => [t.Value],
        ParameterValue.Vector v => [.. v.Items.Cast<ParameterValue.Text>().Select(t => t.Value)],
        _ => null,
    };
}
