namespace Rtemis.Learning.Metrics;

/// <summary>How well one class is told from the others; NaN where a share is of nothing.</summary>
/// <param name="Level">The class.</param>
/// <param name="Sensitivity">The share of its cases that were found.</param>
/// <param name="Specificity">The share of the other cases that were left alone.</param>
/// <param name="BalancedAccuracy">The mean of the two.</param>
/// <param name="Ppv">The share of its predictions that are right.</param>
/// <param name="Npv">The share of the other predictions that are right.</param>
/// <param name="F1">The harmonic mean of sensitivity and positive predictive value.</param>
public sealed record ClassMetrics(string Level, double Sensitivity, double Specificity, double BalancedAccuracy, double Ppv, double Npv, double F1)
{
    static readonly string[] Names = ["sensitivity", "specificity", "balanced_accuracy", "ppv", "npv", "f1"];

    /// <summary>The figures, without the class.</summary>
    public MetricRow Row => new(Names, [Sensitivity, Specificity, BalancedAccuracy, Ppv, Npv, F1]);

    /// <summary>Reads a class's figures off a matrix.</summary>
    public static ClassMetrics Of(ConfusionMatrix matrix, int index)
    {
        double total = matrix.Total, truth = matrix.TrueCount(index), predicted = matrix.PredictedCount(index), hits = matrix[index, index];
        var rejected = total - predicted - (truth - hits);
        var sensitivity = hits / truth;
        var specificity = rejected / (total - truth);
        var ppv = hits / predicted;
        return new ClassMetrics(
            matrix.Classes[index], sensitivity, specificity, (sensitivity + specificity) / 2, ppv, rejected / (total - predicted),
            2 * ppv * sensitivity / (ppv + sensitivity));
    }
}
