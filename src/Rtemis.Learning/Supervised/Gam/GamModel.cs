using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A sum of an intercept, factors' effects and curves of numeric features; for two classes, on the logit scale.</summary>
[MemoryPackable]
sealed partial class GamModel : ISupervisedModel
{
    const int ChunkRows = 4096;

    public GamModel(DesignTerm[] factors, double[] coefficients, SmoothTerm[] smooths, bool logistic, double[] shares)
    {
        Factors = factors;
        Coefficients = coefficients;
        Smooths = smooths;
        Logistic = logistic;
        Shares = shares;
        Importance = new VariableImportance(
            [.. factors.Select(f => f.Feature), .. smooths.Select(s => $"s({s.Feature})")], [new ImportanceMeasure("Partial_Effect_Variance", shares)]);
    }

    /// <summary>The factors, in the features' order.</summary>
    public DesignTerm[] Factors { get; }

    /// <summary>The intercept and an effect for each level of each factor but the first.</summary>
    public double[] Coefficients { get; }

    /// <summary>The numeric features' curves, in the features' order.</summary>
    public SmoothTerm[] Smooths { get; }

    /// <summary>Whether the sum is a logit.</summary>
    public bool Logistic { get; }

    /// <summary>Each factor's and each curve's share of the variance in training.</summary>
    public double[] Shares { get; }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public VariableImportance Importance { get; }

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features.Count == 0 ? 0 : features[0].Length;
        var predictor = new DesignMatrix(Factors, [.. features.OfType<FactorColumn>()], rows).Times(Coefficients, context.Work);
        Column[] numbers = [.. features.Where(NumericColumn.IsNumeric)];
        var values = new Matrix(rows, 1);
        context.Work.ForChunks(rows, ChunkRows, (_, start, end) =>
        {
            var sum = predictor.AsSpan(start, end - start);
            for (var s = 0; s < Smooths.Length; s++) Smooths[s].AddTo(numbers[s], start, sum);
            var predicted = values.Values.AsSpan(start, end - start);
            for (var i = 0; i < sum.Length; i++) predicted[i] = Logistic ? LogitLink.Inverse(sum[i]) : sum[i];
        });
        return new Prediction(values);
    }
}
