using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Requests;

/// <summary>How a supervised run is carried out. Most of it steers rtemis's worker processes and is only kept for the record here.</summary>
static class ExecutionConfig
{
    /// <summary>The parameters, with the values that rtemis's server sets.</summary>
    public static ParameterSet Set { get; } = new("ExecutionConfig", "execution config",
    [
        ParameterSpec.Text("backend", "future", "future", "mirai", "none"),
        ParameterSpec.Integer("n_workers", 1) with { Minimum = 1 },
        ParameterSpec.Integer("n_workers_outer", null) with { Minimum = 1 },
        ParameterSpec.Integer("n_workers_tuning", null) with { Minimum = 1 },
        ParameterSpec.Integer("n_workers_algorithm", null) with { Minimum = 1 },
        ParameterSpec.Logical("warm_workers", true),
        ParameterSpec.Text("future_plan", "mirai_multisession") with { Nullable = true },
        ParameterSpec.Text("on_error", "continue", "continue", "stop", "stop_outer"),
        ParameterSpec.Integer("seed", null) with { Minimum = 0 },
        ParameterSpec.Text("shared_memory", "auto", "auto", "none", "always"),
    ]);

    /// <summary>
    /// What rtemis's class has where its server has something else: a value is told to be the person's own when it differs from these.
    /// </summary>
    public static IReadOnlyDictionary<string, ParameterValue> ClassDefaults { get; } = new Dictionary<string, ParameterValue>
    {
        ["backend"] = new ParameterValue.Text("none"),
        ["future_plan"] = ParameterValue.Null,
    };

    /// <summary>Checks a request's values and draws the master seed where none is given.</summary>
    /// <exception cref="ParameterException">A value is refused.</exception>
    public static ParameterValues Bind(IReadOnlyList<KeyValuePair<string, ParameterValue>> given)
    {
        var seeded = given.Any(g => g.Key == "seed" && g.Value is not ParameterValue.None);
        var values = Set.Bind(seeded ? given : [.. given, KeyValuePair.Create<string, ParameterValue>("seed", new ParameterValue.Integer(Draw()))]);
        if (values.Text("backend") == "none" && values.Integer("n_workers") != 1)
            throw new ParameterException($"<rtemis::{Set.ClassName}> object is invalid:\n- n_workers must be 1 when backend is 'none'.");
        return values;
    }

    static int Draw() => Random.Shared.Next(1, int.MaxValue);
}
