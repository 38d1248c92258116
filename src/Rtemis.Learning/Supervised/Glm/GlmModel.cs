using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>A fitted generalized linear model.</summary>
public sealed class GlmModel : ISupervisedModel
{
    const int ChunkRows = 8192;

    readonly TaskType _task;
    readonly double[] _coefficients;
    readonly IReadOnlyList<IReadOnlyList<string>?> _levels;

    internal GlmModel(TaskType task, IReadOnlyList<string> names, LeastSquaresSolution solution, IReadOnlyList<IReadOnlyList<string>?> levels)
    {
        _task = task;
        _coefficients = solution.Coefficients;
        _levels = levels;
        double[] shown = [.. solution.Coefficients.Zip(solution.Aliased, (coefficient, aliased) => aliased ? double.NaN : coefficient)];
        Importance = new VariableImportance(names, [new ImportanceMeasure("Coefficient", shown)]);
    }

    /// <summary>The coefficients, the intercept first; NaN where the column was left out.</summary>
    public VariableImportance Importance { get; }

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features.Count > 0 ? features[0].Length : 0;
        var model = ModelMatrix.Of(features, rows, _levels);
        var predicted = new Matrix(rows, 1);
        context.Work.ForChunks(rows, ChunkRows, (_, first, end) =>
        {
            var values = predicted.Column(0)[first..end];
            model.Multiply(_coefficients, first, values, new double[end - first]);
            if (_task == TaskType.Regression) return;
            foreach (ref var value in values) value = LogitLink.Inverse(value);
        });
        return new Prediction(predicted);
    }
}
