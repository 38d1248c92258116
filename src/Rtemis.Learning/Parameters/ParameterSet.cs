namespace Rtemis.Learning.Parameters;

/// <summary>All parameters of one algorithm or configuration, in rtemis's order.</summary>
public sealed class ParameterSet
{
    readonly Dictionary<string, ParameterSpec> _byName;

    /// <summary>Declares a set.</summary>
    /// <param name="className">rtemis's class, e.g. <c>CARTHyperparameters</c>; results and messages name it.</param>
    /// <param name="keyOwner">What an unknown key is said to belong to, e.g. <c>CART hyperparameter</c>; null words it as R does for an unused argument.</param>
    /// <param name="specs">The parameters, in order.</param>
    public ParameterSet(string className, string? keyOwner, IReadOnlyList<ParameterSpec> specs)
    {
        ClassName = className;
        KeyOwner = keyOwner;
        Specs = specs;
        _byName = specs.ToDictionary(s => s.Name);
    }

    /// <summary>rtemis's class name.</summary>
    public string ClassName { get; }

    /// <summary>What an unknown key is said to belong to, or null.</summary>
    public string? KeyOwner { get; }

    /// <summary>The parameters, in order.</summary>
    public IReadOnlyList<ParameterSpec> Specs { get; }

    /// <summary>What rtemis shows among the parameters of a result though it can't be set: name and value.</summary>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Constants { get; init; } = [];

    /// <summary>The names in the order in which they are shown to people, where it is another than that of declaration.</summary>
    public IReadOnlyList<string>? Listing { get; init; }

    /// <summary>The values that follow from others, or null where none do.</summary>
    public Func<ParameterValues, IEnumerable<KeyValuePair<string, ParameterValue>>>? Implied { get; init; }

    /// <summary>What is asked of values together: each gives the problem, or null.</summary>
    public IReadOnlyList<Func<ParameterValues, string?>> Rules { get; init; } = [];

    /// <summary>The defaults of all parameters.</summary>
    public ParameterValues Defaults => new(this, Specs.ToDictionary(s => s.Name, s => s.Default));

    /// <summary>The same parameters for a reader that words unknown keys as those of an owner, see <see cref="KeyOwner"/>.</summary>
    public ParameterSet OwnedBy(string owner) => new(ClassName, owner, Specs) { Constants = Constants, Listing = Listing, Implied = Implied, Rules = Rules };

    /// <summary>Checks the given values and fills in the defaults of the rest. Keys that start with <c>$</c> are passed over.</summary>
    /// <exception cref="ParameterException">A key is unknown or a value is refused; the message has them all.</exception>
    public ParameterValues Bind(IEnumerable<KeyValuePair<string, ParameterValue>> given)
    {
        var named = given.Where(g => !g.Key.StartsWith('$')).ToList();
        var unknown = named.Where(g => !_byName.TryGetValue(g.Key, out var spec) || spec.RunState).ToList();
        return unknown.Count > 0 ? throw new ParameterException(UnknownText(unknown)) : BindAll(named);
    }

    /// <summary>Checks values of declared parameters, those of the run's state among them, and fills in the defaults of the rest.</summary>
    /// <exception cref="ParameterException">A value is refused; the message has all that are.</exception>
    internal ParameterValues BindAll(IEnumerable<KeyValuePair<string, ParameterValue>> named)
    {
        var values = Specs.ToDictionary(s => s.Name, s => s.Default);
        foreach (var (name, value) in named) values[name] = Clean(_byName[name], value);

        if (Implied is not null)
            foreach (var (name, value) in Implied(new ParameterValues(this, values)).ToList()) values[name] = value;

        var problems = Specs.Select(s => (s.Name, Problem: ParameterCheck.Problem(s, values[s.Name]))).Where(p => p.Problem is not null).ToList();
        if (problems.Count > 0)
            throw new ParameterException($"<rtemis::{ClassName}> object properties are invalid:\n" + string.Join('\n', problems.Select(p => $"- @{p.Name} {p.Problem}")));
        var bound = new ParameterValues(this, values);
        return Rules.Select(rule => rule(bound)).FirstOrDefault(problem => problem is not null) is { } together
            ? throw new ParameterException(together)
            : bound;
    }

    string UnknownText(List<KeyValuePair<string, ParameterValue>> unknown)
    {
        if (KeyOwner is not null) return KeyHint.Unknown(KeyOwner, [.. unknown.Select(u => u.Key)], [.. Specs.Where(s => !s.RunState).Select(s => s.Name)]);
        var arguments = string.Join(", ", unknown.Select(u => $"{u.Key} = {u.Value.Source.TrimEnd('L')}"));
        return $"unused argument{(unknown.Count == 1 ? "" : "s")} ({arguments})";
    }

    // rtemis runs these before it checks anything else, and stops at the first problem.
    static ParameterValue Clean(ParameterSpec spec, ParameterValue value)
    {
        if (value is ParameterValue.Candidates search) return Clean(spec, search);
        if (spec.Tunable && spec.KeepsOneValue(value) is { } several) throw new ParameterException(several);
        if (!spec.PositiveInteger && !spec.WholeNumber) return value;
        switch (value)
        {
            case ParameterValue.Integer { Value: <= 0 } or ParameterValue.Number { Value: <= 0 } when spec.PositiveInteger:
                throw new ParameterException($"`{value.Source}` must contain only positive integers.");
            case ParameterValue.Number n when n.Value == Math.Floor(n.Value) && Math.Abs(n.Value) <= int.MaxValue:
                return new ParameterValue.Integer((int)n.Value);
            case ParameterValue.Number or ParameterValue.Text or ParameterValue.Logical:
                throw new ParameterException($"`{value.Source}` must be integer.");
            default:
                return value;
        }
    }

    static ParameterValue.Candidates Clean(ParameterSpec spec, ParameterValue.Candidates search)
    {
        if (search.Items.Count >= 2) return new ParameterValue.Candidates([.. search.Items.Select(i => Clean(spec, i))]);
        throw new ParameterException(
            "<rtemis::HyperparameterCandidates> object is invalid:\n- must hold at least two candidates: a one-value search costs a full " +
            "resampling pass and can only return the value it was given.");
    }
}
