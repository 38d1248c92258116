using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The outcome and weights of cases, in single precision as LightGBM keeps them.</summary>
/// <param name="Labels">The outcome; for classes their 0-based codes.</param>
/// <param name="Weights">One a case, or null where all count the same.</param>
/// <param name="Classes">The number of classes; 0 for numbers.</param>
sealed record BoostedCases(float[] Labels, float[]? Weights, int Classes)
{
    const int ChunkRows = 16_384;

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
    public double Mean(Func<int, double> of) => Sum(of, 0, Rows) / TotalWeight();

    /// <summary>The weighted mean of what a case gives, by several threads.</summary>
    public double Mean(Func<int, double> of, RunContext context)
    {
        var sums = new double[WorkSplit.Chunks(Rows, ChunkRows)];
        context.Work.ForChunks(Rows, ChunkRows, (chunk, start, end) => sums[chunk] = Sum(of, start, end));
        return sums.Sum() / TotalWeight();
    }

    double Sum(Func<int, double> of, int start, int end)
    {
        var sum = 0.0;
        for (var row = start; row < end; row++) sum += Weights is null ? of(row) : of(row) * Weights[row];
        return sum;
    }
}
