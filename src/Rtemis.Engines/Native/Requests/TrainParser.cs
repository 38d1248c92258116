using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Engines.Requests;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Tuning;

namespace Rtemis.Engines.Native.Requests;

/// <summary>Reads the parameters of a supervised job in rtemis's order of checks.</summary>
static class TrainParser
{
    static readonly string[] Known =
    [
        "dat_training_path", "dat_validation_path", "dat_test_path", "weights", "algorithm", "preprocessor_config", "decomposition_config",
        "hyperparameters", "tuner_config", "outer_resampling_config", "execution_config", "positive_class", "question", "outdir", "verbosity",
    ];

    /// <exception cref="RequestRefusedException">A member is missing, unknown or out of its bounds.</exception>
    public static TrainRequest Parse(
        JsonElement parameters, IReadOnlyList<SupervisedAlgorithm> algorithms, IReadOnlyList<DecompositionAlgorithm> decompositions)
    {
        var fields = new RequestFields(parameters);
        try
        {
            fields.AllowOnly("supervised config", Known);
            var learner = Find(fields, algorithms);
            var hyperparameters = Hyperparameters(fields, learner);
            const string preprocessing = "preprocessor_config";
            var preprocessor = fields.Has(preprocessing) ? PreprocessorConfig.Create(fields.Map(preprocessing)) : null;
            var decomposition = DecompositionStep.Parse(fields, decompositions);
            var tuner = TunerParser.Parse(fields);
            var execution = ExecutionConfig.Bind(fields.Map("execution_config"));
            return new TrainRequest(
                learner, hyperparameters, Resampling(fields), execution, fields.Text("weights"), fields.Text("positive_class"),
                fields.Text("question"), fields.Count("verbosity", 1), Settled(fields, execution))
            {
                Tuner = tuner,
                Preprocessor = preprocessor,
                Decomposition = decomposition,
            };
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
        var bound = learner.Parameters.Bind(given);
        // Too many combinations are refused here, not when the job runs.
        TuningGrid.Of(bound);
        return bound;
    }

    static ResamplerConfig? Resampling(RequestFields fields)
    {
        const string member = "outer_resampling_config";
        return fields.Has(member) ? ResamplerParser.Parse(member, fields.Map(member)) : null;
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
