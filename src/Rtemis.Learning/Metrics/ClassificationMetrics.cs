using Rtemis.Learning.Data;

namespace Rtemis.Learning.Metrics;

/// <summary>How well classes are predicted.</summary>
/// <param name="Confusion">True against predicted classes.</param>
/// <param name="Overall">The figures for the sample as a whole.</param>
/// <param name="Classes">The figures of each class, in the matrix's order.</param>
/// <param name="PositiveClass">The positive class of two, or null.</param>
public sealed record ClassificationMetrics(
    ConfusionMatrix Confusion, MetricRow Overall, IReadOnlyList<ClassMetrics> Classes, string? PositiveClass) : SampleMetrics
{
    static readonly string[] BinaryNames =
        ["sensitivity", "specificity", "balanced_accuracy", "ppv", "npv", "f1", "accuracy", "auc", "brier_score"];

    static readonly string[] MulticlassNames = ["balanced_accuracy", "f1", "accuracy"];

    /// <summary>The names of the overall figures for a number of classes.</summary>
    internal static IReadOnlyList<string> Names(int classes) => classes == 2 ? BinaryNames : MulticlassNames;

    /// <inheritdoc/>
    public override MetricRow Overall { get; } = Overall;

    /// <summary>Compares predictions with the truth.</summary>
    /// <param name="levels">The outcome's levels; of two the second is positive.</param>
    /// <param name="truth">0-based level codes, one a case.</param>
    /// <param name="predicted">0-based level codes, one a case.</param>
    /// <param name="probabilities">As in <see cref="Supervised.Prediction"/>.</param>
    /// <exception cref="LearningException">A probability is outside 0 to 1.</exception>
    public static ClassificationMetrics Compute(
        IReadOnlyList<string> levels, ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, Matrix probabilities)
    {
        var matrix = ConfusionMatrix.Count(levels, truth, predicted);
        ClassMetrics[] classes = [.. Enumerable.Range(0, levels.Count).Select(c => ClassMetrics.Of(matrix, c))];
        var accuracy = (double)matrix.Hits / matrix.Total;
        if (levels.Count == 2)
        {
            var score = probabilities.Column(0);
            double[] values =
            [
                .. classes[0].Row.Values, accuracy, ScoreRanking.Of(score, truth, 1).Auc(), BrierScore.Compute(score, truth, 1),
            ];
            return new ClassificationMetrics(matrix, new MetricRow(BinaryNames, values), classes, levels[1]);
        }
        double[] sensitivities = [.. classes.Select(c => c.Sensitivity)], f1 = [.. classes.Select(c => c.F1)];
        var overall = new MetricRow(MulticlassNames, [CompensatedSum.Mean(sensitivities), CompensatedSum.Mean(f1), accuracy]);
        return new ClassificationMetrics(matrix, overall, classes, null);
    }
}
