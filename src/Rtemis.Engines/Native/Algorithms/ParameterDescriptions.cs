using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Algorithms;

/// <summary>Turns declarations into what a describe answer shows.</summary>
static class ParameterDescriptions
{
    /// <summary>Describes a set's parameters, in order.</summary>
    /// <param name="set">The set.</param>
    /// <param name="tunable">False where nothing can be searched over, whatever the declarations say.</param>
    public static IReadOnlyList<ParameterDescription> Of(ParameterSet set, bool tunable = true) =>
        [.. Listed(set).Where(s => !s.RunState).Select(s => Describe(s, tunable && s.Tunable))];

    static IEnumerable<ParameterSpec> Listed(ParameterSet set) =>
        set.Listing is { } names ? names.Select(name => set.Specs.First(s => s.Name == name)) : set.Specs;

    static ParameterDescription Describe(ParameterSpec spec, bool tunable) => Describe(spec, tunable, spec.ComputedDefault ? ParameterValue.Null : spec.Default);

    static ParameterDescription Describe(ParameterSpec spec, bool tunable, ParameterValue shownDefault) =>
        new(spec.Name, TypeOf(shownDefault), shownDefault, tunable, spec.Choices.Count > 0 ? spec.Choices : null)
        {
            ValueType = TypeOf(spec.Kind),
            Minimum = spec.MinimumExclusive ? null : spec.Minimum,
            ExclusiveMinimum = spec.MinimumExclusive ? spec.Minimum : null,
            Maximum = spec.MaximumExclusive ? null : spec.Maximum,
            ExclusiveMaximum = spec.MaximumExclusive ? spec.Maximum : null,
            Nullable = spec.Nullable,
            Vector = spec.Vector,
            Help = spec.Help.Length > 0 ? spec.Help : null,
        };

    static string? TypeOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Logical => "logical",
        ParameterKind.Integer => "integer",
        ParameterKind.Number => "double",
        ParameterKind.Text => "character",
        _ => null,
    };

    static string TypeOf(ParameterValue value) => value switch
    {
        ParameterValue.None => "null",
        ParameterValue.Logical => "logical",
        ParameterValue.Integer => "integer",
        ParameterValue.Number => "double",
        ParameterValue.Text => "character",
        ParameterValue.Vector { Items: [var first, ..] } => TypeOf(first),
        _ => "other",
    };
}
