using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The outcome and weights of cases, in single precision as LightGBM keeps them.</summary>
/// <param name="Labels">The outcome; for classes their 0-based codes.</param>
/// <param name="Weights">One a case, or null where all count the same.</param>
/// <param name="Classes">The number of classes; 0 for numbers.</param>
sealed record BoostedCases(float[] Labels, float[]? Weights, int Classes)
{
    /// <summary>The cases of a training set.</summary>
    public static BoostedCases Of(SupervisedData data) => new(
        data.Task == TaskType.Classification
            ? Array.ConvertAll(data.ClassCodes.ToArray(), code => (float)code)
            : Array.ConvertAll(data.Numbers.ToArray(), value => (float)value),
        data.Weights is { } weights ? Array.ConvertAll(weights.ToArray(), weight => (float)weight) : null,
        data.Classes.Count);

    /// <summary>The number of cases.</summary>
    public int Rows => Labels.Length;

    /// <summary>The weight of a case.</summary>
    public float Weight(int row) => Weights is null ? 1 : Weights[row];

    /// <summary>The sum of all weights.</summary>
    public double TotalWeight()
    {
        if (Weights is null) return Rows;
        var total = 0.0;
        foreach (var weight in Weights) total += weight;
        return total;
    }

    /// <summary>The weighted mean of what a case gives.</summary>
    public double Mean(Func<int, double> of)
    {
        var sum = 0.0;
        for (var row = 0; row < Rows; row++) sum += Weights is null ? of(row) : of(row) * Weights[row];
        return sum / TotalWeight();
    }
}
