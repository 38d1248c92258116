using MemoryPack;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Preprocessing;

/// <summary>What is done to features before a learner sees them.</summary>
[MemoryPackable]
public sealed partial record PreprocessorConfig
{
    static readonly string[] CaseRemovals = ["complete_cases", "remove_duplicates", "remove_cases_thres"];

    [MemoryPackConstructor]
    PreprocessorConfig(IReadOnlyList<KeyValuePair<string, ParameterValue>> fields) : this(PreprocessorParameters.Set.Bind(fields))
    {
    }

    PreprocessorConfig(ParameterValues values)
    {
        Values = values;
        Given = new PreprocessorValues
        {
            ScaleCenters = Numbers("scale_centers"),
            ScaleCoefficients = Numbers("scale_coefficients"),
            OneHotLevels = Levels("one_hot_levels"),
            IntegerLevels = Levels("factor2integer_levels"),
            RemovedFeatures = values.TextsOrNull("remove_features"),
        };
        if (Has("impute") && values.Text("impute_type") == PreprocessorParameters.MissRanger) ForestDonors = Donors(values["impute_missRanger_params"]);
    }

    /// <summary>The options, values of <see cref="PreprocessorParameters.Set"/>.</summary>
    [MemoryPackIgnore]
    public ParameterValues Values { get; }

    /// <summary>All options with their values.</summary>
    [MemoryPackInclude, MemoryPackAllowSerialize]
    internal IReadOnlyList<KeyValuePair<string, ParameterValue>> Fields => Values.All;

    /// <summary>What the request gives in the place of what would be learned.</summary>
    [MemoryPackIgnore]
    public PreprocessorValues Given { get; }

    /// <summary>The number of nearest cases that missRanger draws a value from; 0 takes its predictions as they are.</summary>
    internal int ForestDonors { get; }

    /// <summary>The options that remove cases, by name: a training run can't carry them out.</summary>
    internal IReadOnlyList<string> RemovesCases =>
        [.. CaseRemovals.Where(n => Values[n] is not (ParameterValue.None or ParameterValue.Logical { Value: false }))];

    /// <summary>Checks the options that were given, and fills in the others.</summary>
    /// <exception cref="ParameterException">An option is unknown or refused.</exception>
    public static PreprocessorConfig Create(IReadOnlyList<KeyValuePair<string, ParameterValue>> fields)
    {
        var scale = fields.LastOrDefault(f => f.Key == "scale").Value;
        if (scale is not null && !fields.Any(f => f.Key == "center")) fields = [.. fields, new("center", scale)];
        var values = PreprocessorParameters.Set.Bind(fields);
        if (values.Integer("numeric_quant_n") == 1)
            throw new ParameterException("`numeric_quant_n` must be 0 (off) or at least 2: one quantile is a single break, which bounds no bin.");
        return new PreprocessorConfig(values);
    }

    /// <summary>Whether a true-or-false option is on.</summary>
    internal bool Has(string name) => Values.Logical(name);

    static int Donors(ParameterValue options) => (options as ParameterValue.Map)?.Items.LastOrDefault(i => i.Key == "pmm.k").Value switch
    {
        ParameterValue.Integer { Value: >= 0 } n => n.Value,
        ParameterValue.Number { Value: >= 0 and <= int.MaxValue } n when double.IsInteger(n.Value) => (int)n.Value,
        _ => throw new ParameterException("@impute_missRanger_params must have `pmm.k`, a whole number of 0 or more."),
    };

    List<KeyValuePair<string, double>>? Numbers(string name) => Members(name, "a number", value => value switch
    {
        ParameterValue.Integer n => n.Value,
        ParameterValue.Number n => n.Value,
        _ => (double?)null,
    })?.Select(m => KeyValuePair.Create(m.Key, m.Value!.Value)).ToList();

    List<KeyValuePair<string, IReadOnlyList<string>>>? Levels(string name) => Members<IReadOnlyList<string>?>(name, "its levels", value => value switch
    {
        ParameterValue.Text t => [t.Value],
        ParameterValue.Vector v when v.Items.All(i => i is ParameterValue.Text) => [.. v.Items.Select(i => ((ParameterValue.Text)i).Value)],
        _ => null,
    })?.Select(m => KeyValuePair.Create(m.Key, m.Value!)).ToList();

    List<KeyValuePair<string, T>>? Members<T>(string name, string what, Func<ParameterValue, T> read)
    {
        if (Values[name] is not ParameterValue.Map map) return null;
        var members = map.Items.Select(i => KeyValuePair.Create(i.Key, read(i.Value))).ToList();
        return members.FirstOrDefault(m => m.Value is null) is { Key: { } feature }
            ? throw new ParameterException($"@{name} must have {what} for each feature; '{feature}' has something else.")
            : members;
    }
}
