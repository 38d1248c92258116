using System.Numerics.Tensors;
using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Nnls;

/// <summary>Coefficients of 0 or more, without an intercept.</summary>
[MemoryPackable]
sealed partial class NnlsModel : ISupervisedModel
{
    const int ChunkRows = 4096;

    public NnlsModel(IReadOnlyList<string> features, double[] coefficients, bool classification)
    {
        Features = features;
        Coefficients = coefficients;
        Classification = classification;
        Importance = new VariableImportance(features, [new ImportanceMeasure("coefficient", coefficients)]);
    }

    /// <summary>The features' names, in order.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>One a feature, 0 or more.</summary>
    public double[] Coefficients { get; }

    /// <summary>Whether the second of two classes is predicted.</summary>
    public bool Classification { get; }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public VariableImportance Importance { get; }

    /// <summary>The weighted sum of the features; for two classes, what is below 0 or above 1 is brought to there.</summary>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var design = new NumericDesign(features);
        var values = new Matrix(design.Rows, 1);
        context.Work.ForChunks(design.Rows, ChunkRows, (_, start, end) =>
        {
            var sum = values.Values.AsSpan(start, end - start);
            var column = new double[sum.Length];
            for (var c = 0; c < Coefficients.Length; c++)
            {
                design.Read(c, start, column);
                TensorPrimitives.MultiplyAdd(column, Coefficients[c], sum, sum);
            }
            if (!Classification) return;
            for (var i = 0; i < sum.Length; i++) sum[i] = Math.Clamp(sum[i], 0, 1);
        });
        return new Prediction(values);
    }
}
