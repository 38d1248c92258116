using System.Text.Json.Nodes;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Documents;

/// <summary>Parameters in documents.</summary>
static class ParameterDocuments
{
    /// <summary>Name and value of each, in order.</summary>
    public static JsonObject Fields(ParameterValues values, params ReadOnlySpan<string> without)
    {
        var fields = new JsonObject();
        foreach (var spec in values.Set.Specs)
            if (!without.Contains(spec.Name)) fields[spec.Name] = ParameterJson.Write(values[spec.Name]);
        return fields;
    }

    /// <summary>
    /// Where each value comes from: <c>user</c> where it differs from the declared default, else <c>default</c>; <c>unset</c> for what a run would fill in.
    /// </summary>
    public static JsonObject Origins(
        ParameterValues values, IReadOnlyDictionary<string, ParameterValue>? classDefaults = null, params ReadOnlySpan<string> without)
    {
        var origins = new JsonObject();
        foreach (var spec in values.Set.Specs)
        {
            if (without.Contains(spec.Name)) continue;
            var declared = classDefaults is not null && classDefaults.TryGetValue(spec.Name, out var own) ? own : spec.Default;
            origins[spec.Name] = !values[spec.Name].SameAs(declared) ? "user" : spec.RunState ? "unset" : "default";
        }
        return origins;
    }

    /// <summary>Fields with their origins, as the run record has them.</summary>
    public static JsonObject Recorded(
        ParameterValues values, IReadOnlyDictionary<string, ParameterValue>? classDefaults = null, params ReadOnlySpan<string> without)
    {
        var block = Fields(values, without);
        block["origin"] = Origins(values, classDefaults, without);
        return block;
    }
}
