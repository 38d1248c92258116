using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Requests;

/// <summary>Reads the parameters of a supervised job in rtemis's order of checks.</summary>
static class TrainParser
{
    static readonly string[] Known =
    [
        "dat_training_path", "dat_validation_path", "dat_test_path", "weights", "algorithm", "preprocessor_config", "decomposition_config",
        "hyperparameters", "tuner_config", "outer_resampling_config", "execution_config", "positive_class", "question", "outdir", "verbosity",
    ];

    static readonly string[] NotYet = ["preprocessor_config", "decomposition_config", "tuner_config"];

    /// <exception cref="RequestRefusedException">A member is missing, unknown or out of its bounds.</exception>
    public static TrainRequest Parse(JsonElement parameters, IReadOnlyList<SupervisedAlgorithm> algorithms)
    {
        var fields = new RequestFields(parameters);
        try
        {
            fields.AllowOnly("supervised config", Known);
            var learner = Find(fields, algorithms);
            var hyperparameters = Hyperparameters(fields, learner);
            foreach (var step in NotYet)
                if (fields.Has(step)) throw new ParameterException($"`{step}` is not available in the native engine yet.");
            var execution = ExecutionConfig.Bind(fields.Map("execution_config"));
            return new TrainRequest(
                learner, hyperparameters, Resampling(fields), execution, fields.Text("weights"), fields.Text("positive_class"),
                fields.Text("question"), fields.Count("verbosity", 1), Settled(fields, execution));
        }
        catch (ParameterException refused)
        {
            throw new RequestRefusedException("invalid_params", $"Could not build training config: {refused.Message}", refused);
        }
    }

    static SupervisedAlgorithm Find(RequestFields fields, IReadOnlyList<SupervisedAlgorithm> algorithms)
    {
        var name = fields.Text("algorithm");
        if (algorithms.FirstOrDefault(a => a.Name == name) is { } found) return found;
        var meant = algorithms.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));
        throw new ParameterException($"Invalid algorithm: {name}.{(meant is null ? "" : $" Did you mean \"{meant.Name}\"?")}");
    }

    static ParameterValues Hyperparameters(RequestFields fields, SupervisedAlgorithm learner)
    {
        var given = fields.Map("hyperparameters");
        // A record's shape, {algorithm, hyperparameters: {...}}: no algorithm has hyperparameters of these names.
        if (given.FirstOrDefault(g => g.Key == "hyperparameters").Value is ParameterValue.Map nested)
        {
            if (given.FirstOrDefault(g => g.Key == "algorithm").Value is ParameterValue.Text own && own.Value != learner.Name)
                throw new ParameterException($"`hyperparameters` are those of '{own.Value}', but `algorithm` is '{learner.Name}'.");
            given = [.. given.Where(g => g.Key is not ("algorithm" or "hyperparameters")), .. nested.Items];
        }
        var tunable = learner.Parameters.Specs.Where(s => s.Tunable).Select(s => s.Name).ToHashSet();
        var searched = given.Where(g => g.Value is ParameterValue.Candidates && tunable.Contains(g.Key)).Select(g => g.Key).ToList();
        if (searched.Count == 0) return learner.Parameters.Bind(given);
        // What else is wrong is told first, as it will be when searches are run.
        learner.Parameters.Bind(given.Where(g => !searched.Contains(g.Key)));
        var names = string.Join(", ", searched.Select(s => $"`{s}`"));
        throw new ParameterException($"`candidates` (for {names}) are not available in the native engine yet.");
    }

    static OuterResampling? Resampling(RequestFields fields)
    {
        if (!fields.Has("outer_resampling_config")) return null;
        var given = fields.Map("outer_resampling_config");
        var type = given.FirstOrDefault(g => g.Key == "type").Value switch
        {
            null => nameof(ResamplerType.KFold),
            ParameterValue.Text text => text.Value,
            var other => throw new ParameterException($"`type` of `outer_resampling_config` must be a string (got {other.Source})."),
        };
        return Resampler.Plan(ResamplerConfig.Create(type, given.Where(g => g.Key != "type")));
    }

    // The seed is drawn once, where the job is submitted: the daemon's process must find the same.
    static JsonObject Settled(RequestFields fields, ParameterValues execution)
    {
        var json = fields.ToJson();
        if (json["execution_config"] is not JsonObject config) json["execution_config"] = config = [];
        config["seed"] = ParameterJson.Write(execution["seed"]);
        return json;
    }
}
