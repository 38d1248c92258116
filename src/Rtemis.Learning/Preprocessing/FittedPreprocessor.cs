using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing;

/// <summary>
/// Preprocessing that met its training data. As in rtemis it takes scales, levels and removed features from there to new data; what new data are
/// imputed, cut or cleaned by is computed from themselves.
/// </summary>
/// <param name="Config">The options.</param>
/// <param name="Values">What was learned.</param>
[MemoryPackable]
public sealed partial record FittedPreprocessor(PreprocessorConfig Config, PreprocessorValues Values)
{
    /// <summary>Learns from features and transforms them.</summary>
    /// <exception cref="LearningException">They don't allow it.</exception>
    public static (FittedPreprocessor Fitted, IReadOnlyList<Column> Features) Fit(
        PreprocessorConfig config, IReadOnlyList<Column> features, RunContext context)
    {
        var run = new PreprocessorRun(config, config.Given, context);
        var transformed = run.Transform(features);
        return (new FittedPreprocessor(config, run.Learned), transformed);
    }

    /// <summary>Transforms new features in the way of the training data.</summary>
    /// <exception cref="LearningException">They don't allow it.</exception>
    public IReadOnlyList<Column> Transform(IReadOnlyList<Column> features, RunContext context) =>
        new PreprocessorRun(Config, Values.Or(Config.Given), context).Transform(features);
}
