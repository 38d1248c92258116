namespace Rtemis.Learning.Parameters;

/// <summary>
/// The one declaration of a parameter: it gives the default, checks a value and words the problem, fills the catalogue and the run record.
/// </summary>
public sealed record ParameterSpec
{
    /// <summary>The name on the wire, which is rtemis's.</summary>
    public required string Name { get; init; }

    /// <summary>What it takes.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>The value when none is given.</summary>
    public required ParameterValue Default { get; init; }

    /// <summary>Whether NULL is a value of it.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether it can be searched over.</summary>
    public bool Tunable { get; init; }

    /// <summary>
    /// Whether each fit finds a value of its own where it is unset, so that leaving it unset calls for a search: the values of the search's fits are
    /// made one, which is rounded where the parameter takes whole numbers. Only for a nullable number.
    /// </summary>
    public bool FoundByFits { get; init; }

    /// <summary>Whether it belongs to a run's state and can't be given.</summary>
    public bool RunState { get; init; }

    /// <summary>Whether it takes several values at once.</summary>
    public bool Vector { get; init; }

    /// <summary>Whether it takes several vectors at once, a list of lists. Only together with <see cref="Vector"/>.</summary>
    public bool Lists { get; init; }

    /// <summary>
    /// Whether rtemis cleans it as a positive integer before it checks it: whole doubles are taken, and problems are worded by value.
    /// </summary>
    public bool PositiveInteger { get; init; }

    /// <summary>Whether rtemis makes it a whole number before it checks it: whole doubles are taken, and others are refused by value.</summary>
    public bool WholeNumber { get; init; }

    /// <summary>Whether R computes the default by an expression: the catalogue shows none then.</summary>
    public bool ComputedDefault { get; init; }

    /// <summary>The smallest value, or null for no bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>Whether the smallest value itself is out.</summary>
    public bool MinimumExclusive { get; init; }

    /// <summary>The largest value, or null for no bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the largest value itself is out.</summary>
    public bool MaximumExclusive { get; init; }

    /// <summary>For a vector: the least number of values.</summary>
    public int MinimumCount { get; init; }

    /// <summary>The values that it can have, where they are a list; empty otherwise.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>One sentence for a person who chooses a value.</summary>
    public string Help { get; init; } = "";

    /// <summary>The refusal of a bare array where a search space was probably meant, or null.</summary>
    internal string? KeepsOneValue(ParameterValue value) => value is ParameterValue.Vector { Items.Count: > 1 } vector && !Vector
        ? $"@{Name} was given {vector.Items.Count} values, but a hyperparameter takes one.\n" +
          $"To search over them, mark them: `tune_over({string.Join(", ", vector.Items.Select(i => i.Source))})`.\n" +
          "A bare vector is a value, so it does not mean a search space."
        : null;

    /// <summary>A true-or-false parameter.</summary>
    public static ParameterSpec Logical(string name, bool value) =>
        new() { Name = name, Kind = ParameterKind.Logical, Default = new ParameterValue.Logical(value) };

    /// <summary>A whole-number parameter; null means unset by default, and then NULL is allowed.</summary>
    public static ParameterSpec Integer(string name, int? value) =>
        new() { Name = name, Kind = ParameterKind.Integer, Nullable = value is null, Default = value is { } v ? new ParameterValue.Integer(v) : ParameterValue.Null };

    /// <summary>A number parameter; null means unset by default, and then NULL is allowed.</summary>
    public static ParameterSpec Number(string name, double? value) =>
        new() { Name = name, Kind = ParameterKind.Number, Nullable = value is null, Default = value is { } v ? new ParameterValue.Number(v) : ParameterValue.Null };

    /// <summary>A parameter that takes a matrix, and is unset by default.</summary>
    public static ParameterSpec Matrix(string name) => new() { Name = name, Kind = ParameterKind.Matrix, Nullable = true, Default = ParameterValue.Null };

    /// <summary>A string parameter; null means unset by default, and then NULL is allowed.</summary>
    public static ParameterSpec Text(string name, string? value, params string[] choices) =>
        new()
        {
            Name = name,
            Kind = ParameterKind.Text,
            Nullable = value is null,
            Default = value is not null ? new ParameterValue.Text(value) : ParameterValue.Null,
            Choices = choices,
        };
}
