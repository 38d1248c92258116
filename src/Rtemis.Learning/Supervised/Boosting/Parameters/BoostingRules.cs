using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Boosting.Parameters;

/// <summary>
/// What is asked of the values of several parameters together. A value that could have no effect is refused, as is what only LightGBM itself has. A value that is
/// searched for is not looked at before it is settled.
/// </summary>
static class BoostingRules
{
    static readonly (string Gate, string[] Open, string[] Gated)[] Gates =
    [
        ("objective", ["huber", "quantile"], ["alpha"]),
        ("objective", ["tweedie"], ["tweedie_variance_power"]),
        ("objective", ["fair"], ["fair_c"]),
        ("objective", ["poisson"], ["poisson_max_delta_step"]),
        ("boosting", ["dart"], ["drop_rate", "max_drop", "skip_drop", "uniform_drop", "xgboost_dart_mode", "drop_seed"]),
        ("data_sample_strategy", ["goss"], ["top_rate", "other_rate"]),
        ("tree_learner", ["voting"], ["top_k"]),
        ("linear_tree", ["true"], ["linear_lambda"]),
        ("use_quantized_grad", ["true"], ["num_grad_quant_bins", "quant_train_renew_leaf", "stochastic_rounding"]),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Func<ParameterValues, string?>> All { get; } =
    [
        NotOffered, .. Gates.Select<(string, string[], string[]), Func<ParameterValues, string?>>(gate => values => Closed(values, gate)), Monotone, Goss, Rows, Sets,
    ];

    static string? NotOffered(ParameterValues values)
    {
        if (Is(values, "linear_tree", "true")) return "`linear_tree` is not offered by the native engine.";
        if (Is(values, "use_quantized_grad", "true")) return "`use_quantized_grad` is not offered by the native engine.";
        if (Text(values, "device_type") is { } device and not "cpu") return $"`device_type` must be 'cpu' in the native engine; got '{device}'.";
        return Text(values, "monotone_constraints_method") is { } method and not "basic"
            ? $"`monotone_constraints_method` must be 'basic' in the native engine; got '{method}'."
            : null;
    }

    static string? Closed(ParameterValues values, (string Gate, string[] Open, string[] Gated) gate)
    {
        if (!Has(values, gate.Gate) || values[gate.Gate] is ParameterValue.Candidates || gate.Open.Any(open => Is(values, gate.Gate, open))) return null;
        var stray = gate.Gated.FirstOrDefault(name => Has(values, name) && values[name] is not ParameterValue.None);
        return stray is null ? null : $"`{stray}` applies only where `{gate.Gate}` is {string.Join(" or ", gate.Open)}.";
    }

    static string? Monotone(ParameterValues values)
    {
        if (values.IntegersOrNull("monotone_constraints")?.Any(c => c != 0) == true) return null;
        return Text(values, "monotone_constraints_method") is not null ? "`monotone_constraints_method` applies only where `monotone_constraints` has a 1 or -1."
            : values["monotone_penalty"] is not ParameterValue.None ? "`monotone_penalty` applies only where `monotone_constraints` has a 1 or -1."
            : null;
    }

    static string? Goss(ParameterValues values)
    {
        if (!Is(values, "data_sample_strategy", "goss")) return null;
        if (Number(values, "bagging_fraction") is < 1) return "`data_sample_strategy` 'goss' can't be used with `bagging_fraction` below 1.";
        return (Number(values, "top_rate") ?? 0.2) + (Number(values, "other_rate") ?? 0.1) > 1 ? "`top_rate` and `other_rate` must be at most 1 together." : null;
    }

    static string? Rows(ParameterValues values) =>
        Is(values, "force_row_wise", "true") && Is(values, "force_col_wise", "true") ? "`force_row_wise` and `force_col_wise` can't both be true." : null;

    static string? Sets(ParameterValues values) => Text(values, "interaction_constraints") is { } text && InteractionSets.Parse(text) is null
        ? $"`interaction_constraints` must be sets of 0-based features such as [0,1],[2,3]; got '{text}'."
        : null;

    static bool Has(ParameterValues values, string name) => values.Set.Specs.Any(s => s.Name == name);

    static bool Is(ParameterValues values, string name, string value) => Has(values, name) && values[name] switch
    {
        ParameterValue.Text text => text.Value == value,
        ParameterValue.Logical logical => logical.Value == (value == "true"),
        ParameterValue.Candidates search => search.Items.Any(i => i is ParameterValue.Logical { Value: true } && value == "true"),
        _ => false,
    };

    static string? Text(ParameterValues values, string name) => Has(values, name) ? values.TextOrNull(name) : null;

    static double? Number(ParameterValues values, string name) => Has(values, name) ? values.NumberOrNull(name) : null;
}
