using System.Text.Json.Nodes;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The configuration blocks of unsupervised results.</summary>
static class UnsupervisedConfig
{
    const string Features = "features";

    /// <summary>The object of the summary: the own fields twice, in a block and flat.</summary>
    public static JsonObject Summary(string algorithm, ParameterValues config)
    {
        var document = new JsonObject { [".class"] = config.Set.ClassName, ["algorithm"] = algorithm };
        if (config.Set.Specs.Any(s => s.Name == Features)) document[Features] = ParameterJson.Write(config[Features]);
        document["config"] = ParameterDocuments.Fields(config, Features);
        JsonShape.Append(document, ParameterDocuments.Fields(config, Features));
        return document;
    }

    /// <summary>The whole request as rtemis's class for it shows it.</summary>
    /// <param name="className">That class.</param>
    /// <param name="key">The configuration's name in it.</param>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="config">Its options.</param>
    public static JsonObject Request(string className, string key, string algorithm, ParameterValues config) => new()
    {
        [".class"] = className,
        ["dat_path"] = null,
        ["algorithm"] = algorithm,
        [key] = Summary(algorithm, config),
        ["outdir"] = "results/",
        ["verbosity"] = 1,
    };

    /// <summary>The block of a run record; <c>features</c> are beside the algorithm's own options, where there are any.</summary>
    public static JsonObject Recorded(string algorithm, ParameterValues config)
    {
        var block = new JsonObject { ["algorithm"] = algorithm, ["config"] = ParameterDocuments.Recorded(config, null, Features) };
        if (config.Set.Specs.Any(s => s.Name == Features) && config[Features] is not ParameterValue.None)
            block[Features] = ParameterJson.Write(config[Features]);
        return block;
    }

    /// <summary>The run record of an unsupervised job.</summary>
    /// <param name="schema">The record's kind, <c>decompose</c> or <c>cluster</c>.</param>
    /// <param name="key">The configuration's name in it.</param>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="config">Its options.</param>
    /// <param name="metrics">The metrics, or null where the kind has none.</param>
    /// <param name="provenance">Where the result comes from.</param>
    public static JsonObject Record(string schema, string key, string algorithm, ParameterValues config, JsonObject? metrics, JsonObject provenance)
    {
        var record = new JsonObject
        {
            ["$schema"] = $"https://schema.rtemis.org/{schema}/v1/record.json",
            ["dat_path"] = null,
            ["algorithm"] = algorithm,
            ["outdir"] = "results/",
            ["verbosity"] = 1,
            [key] = Recorded(algorithm, config),
        };
        if (metrics is not null) record["metrics"] = metrics;
        record["origin"] = new JsonObject { ["dat_path"] = "default", ["algorithm"] = "user", ["outdir"] = "default", ["verbosity"] = "default" };
        record["provenance"] = provenance;
        return record;
    }
}
