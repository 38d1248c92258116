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

    /// <summary>All names with their values, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> All => [.. Set.Specs.Select(s => KeyValuePair.Create(s.Name, _values[s.Name]))];

    /// <summary>The names of the parameters that are to be searched over, in order: their values are candidates.</summary>
    public IReadOnlyList<string> Searched => [.. Set.Specs.Select(s => s.Name).Where(n => _values[n] is ParameterValue.Candidates)];

    /// <summary>The names of the parameters that each fit finds a value for, since they are unset.</summary>
    public IReadOnlyList<string> FoundByFits => [.. Set.Specs.Where(s => s.FoundByFits && _values[s.Name] is ParameterValue.None).Select(s => s.Name)];

    /// <summary>Whether any parameter has to be searched for.</summary>
    public bool NeedSearch => Searched.Count > 0 || FoundByFits.Count > 0;

    /// <summary>The same values but for some.</summary>
    /// <exception cref="ParameterException">One of the new values is refused.</exception>
    public ParameterValues With(IEnumerable<KeyValuePair<string, ParameterValue>> changed)
    {
        var values = new Dictionary<string, ParameterValue>(_values);
        foreach (var (name, value) in changed) values[name] = value;
        return Set.BindAll(values);
    }

    /// <summary>A true-or-false value.</summary>
    public bool Logical(string name) => ((ParameterValue.Logical)_values[name]).Value;

    /// <summary>A whole number.</summary>
    public int Integer(string name) => ((ParameterValue.Integer)_values[name]).Value;

    /// <summary>A true-or-false value, or null where unset.</summary>
    public bool? LogicalOrNull(string name) => (_values[name] as ParameterValue.Logical)?.Value;

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

    /// <summary>Numbers of a vector parameter, or null where unset; a single value is a vector of one.</summary>
    public IReadOnlyList<double>? NumbersOrNull(string name) => _values[name] switch
    {
        ParameterValue.Vector v => [.. v.Items.Select(ToNumber)],
        _ => NumberOrNull(name) is { } only ? [only] : null,
    };

    /// <summary>Vectors of numbers of a parameter that takes several, or null where unset; a single vector or value is the only one.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? NumberListsOrNull(string name) => _values[name] switch
    {
        ParameterValue.Vector { Items: [ParameterValue.Vector, ..] } v =>
            [.. v.Items.Cast<ParameterValue.Vector>().Select(i => (double[])[.. i.Items.Select(ToNumber)])],
        _ => NumbersOrNull(name) is { } only ? [only] : null,
    };

    /// <summary>A string.</summary>
    public string Text(string name) => TextOrNull(name)!;

    /// <summary>A string, or null where unset.</summary>
    public string? TextOrNull(string name) => (_values[name] as ParameterValue.Text)?.Value;

    /// <summary>Whole numbers of a vector parameter, or null where unset; a single value is a vector of one.</summary>
    public IReadOnlyList<int>? IntegersOrNull(string name) => _values[name] switch
    {
        ParameterValue.Integer n => [n.Value],
        ParameterValue.Vector v => [.. v.Items.Cast<ParameterValue.Integer>().Select(n => n.Value)],
        _ => null,
    };

    /// <summary>Strings of a vector parameter, or null where unset; a single value is a vector of one.</summary>
    public IReadOnlyList<string>? TextsOrNull(string name) => _values[name] switch
    {
        ParameterValue.Text t => [t.Value],
        ParameterValue.Vector v => [.. v.Items.Cast<ParameterValue.Text>().Select(t => t.Value)],
        _ => null,
    };

    static double ToNumber(ParameterValue value) => value is ParameterValue.Integer n ? n.Value : ((ParameterValue.Number)value).Value;
}
