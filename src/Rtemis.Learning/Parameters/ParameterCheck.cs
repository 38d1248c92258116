using System.Globalization;

namespace Rtemis.Learning.Parameters;

/// <summary>Checks one value against its declaration. The words are those of rtemis 1.3.</summary>
static class ParameterCheck
{
    /// <summary>What is wrong with <paramref name="value"/>, or null. The text goes after the field's name.</summary>
    public static string? Problem(ParameterSpec spec, ParameterValue value) => value switch
    {
        ParameterValue.None => spec.Nullable ? null : $"must be {Kinds(spec)}, not <NULL>.",
        ParameterValue.Candidates search when spec.Tunable => CandidateProblem(spec, search),
        ParameterValue.Vector { Items: [ParameterValue.Vector, ..] } lists when spec.Lists => ListProblem(spec, lists),
        // R has one empty list, with names or without.
        ParameterValue.Vector { Items.Count: 0 } when spec.Kind == ParameterKind.List => null,
        ParameterValue.Vector vector when spec.Vector || vector.Items.Count == 0 => VectorProblem(spec, vector),
        ParameterValue.Vector vector when vector.Items.All(i => HasKind(spec, i)) => "must be a single value (not tunable, no search values allowed).",
        // These are words of R's class system, which ends without a stop.
        ParameterValue.Candidates => $"must be {Kinds(spec)}, not {value.Kind}",
        _ when !HasKind(spec, value) => $"must be {Kinds(spec)}, not {value.Kind}.",
        _ => ValueProblem(spec, value),
    };

    static string? CandidateProblem(ParameterSpec spec, ParameterValue.Candidates search)
    {
        for (var i = 0; i < search.Items.Count; i++)
        {
            var problem = search.Items[i] is ParameterValue.None ? "must not contain missing values." : Problem(spec, search.Items[i]);
            if (problem is not null) return $"candidate {i + 1} {problem}";
        }
        return null;
    }

    static string? ListProblem(ParameterSpec spec, ParameterValue.Vector lists)
    {
        for (var i = 0; i < lists.Items.Count; i++)
        {
            var problem = lists.Items[i] is ParameterValue.Vector list ? VectorProblem(spec, list) : $"must be a vector, not {lists.Items[i].Kind}.";
            if (problem is not null) return $"element {i + 1} {problem}";
        }
        return null;
    }

    static string? VectorProblem(ParameterSpec spec, ParameterValue.Vector vector)
    {
        if (vector.Items.Count == 0) return spec.Nullable ? "must not be empty (use NULL to leave it unset)." : "must not be empty.";
        if (vector.Items.FirstOrDefault(i => !HasKind(spec, i)) is { } stray) return $"must be {Kinds(spec)}, not {stray.Kind}.";
        if (vector.Items.Count < spec.MinimumCount) return $"must have at least {spec.MinimumCount} elements, but {vector.Items.Count} given.";
        if (spec.Kind == ParameterKind.Text && vector.Items.Distinct().Count() != vector.Items.Count) return "must not contain duplicate values.";
        return vector.Items.Select(i => ValueProblem(spec, i)).FirstOrDefault(p => p is not null);
    }

    static bool HasKind(ParameterSpec spec, ParameterValue value) => spec.Kind switch
    {
        ParameterKind.Logical => value is ParameterValue.Logical,
        ParameterKind.Integer => value is ParameterValue.Integer,
        ParameterKind.Number => value is ParameterValue.Integer or ParameterValue.Number,
        ParameterKind.Text => value is ParameterValue.Text,
        ParameterKind.Matrix => false,
        _ => value is ParameterValue.Map,
    };

    static string Kinds(ParameterSpec spec)
    {
        string[] kinds = spec.Kind switch
        {
            ParameterKind.Logical => ["<logical>"],
            ParameterKind.Integer => ["<integer>"],
            ParameterKind.Number => ["<integer>", "<double>"],
            ParameterKind.Text => ["<character>"],
            ParameterKind.Matrix => ["S3<matrix>"],
            _ => ["<list>"],
        };
        if (spec.Nullable) kinds = ["<NULL>", .. kinds];
        return kinds.Length switch
        {
            1 => kinds[0],
            2 => $"{kinds[0]} or {kinds[1]}",
            _ => $"{string.Join(", ", kinds[..^1])}, or {kinds[^1]}",
        };
    }

    static string? ValueProblem(ParameterSpec spec, ParameterValue value) => value switch
    {
        ParameterValue.Integer n => BoundProblem(spec, n.Value),
        ParameterValue.Number n when !double.IsFinite(n.Value) => "must not contain missing values.",
        ParameterValue.Number n => BoundProblem(spec, n.Value),
        ParameterValue.Text t when spec.Choices.Count > 0 && !spec.Choices.Contains(t.Value) =>
            $"must be one of {string.Join(", ", spec.Choices.Select(c => $"'{c}'"))}.",
        _ => null,
    };

    static string? BoundProblem(ParameterSpec spec, double value)
    {
        if (spec.Minimum is { } low && (spec.MinimumExclusive ? value <= low : value < low))
            return $"must be {(spec.MinimumExclusive ? ">" : ">=")} {Show(low)}.";
        if (spec.Maximum is { } high && (spec.MaximumExclusive ? value >= high : value > high))
            return $"must be {(spec.MaximumExclusive ? "<" : "<=")} {Show(high)}.";
        return null;
    }

    static string Show(double bound) => bound.ToString("R", CultureInfo.InvariantCulture);
}
