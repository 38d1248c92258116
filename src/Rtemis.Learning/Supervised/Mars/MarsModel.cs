using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>A weighted sum of terms for each response; for classes, each sum is the logit of a probability.</summary>
[MemoryPackable]
sealed partial class MarsModel : IRecodingModel
{
    const int ChunkRows = 1024;

    [MemoryPackConstructor]
    public MarsModel(OneHotEncoding encoding, MarsTerm[] terms, double[][] coefficients, bool logistic, VariableImportance importance)
    {
        Encoding = encoding;
        Terms = terms;
        Coefficients = coefficients;
        Logistic = logistic;
        Importance = importance;
    }

    /// <summary>The features as columns of numbers.</summary>
    public OneHotEncoding Encoding { get; }

    /// <summary>The terms, the intercept first.</summary>
    public MarsTerm[] Terms { get; }

    /// <summary>The terms' coefficients for each response; NaN where a term adds nothing to the others.</summary>
    public double[][] Coefficients { get; }

    /// <summary>Whether the responses are classes.</summary>
    public bool Logistic { get; }

    /// <inheritdoc/>
    public VariableImportance Importance { get; }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public FittedPreprocessor? Recoding => Encoding.AsPreprocessor;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var columns = Encoding.Encode(features, context);
        var values = new Matrix(columns.Rows, Coefficients.Length);
        context.Work.ForChunks(columns.Rows, ChunkRows, (_, start, end) =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            AddTerms(columns, start, end, values);
            if (!Logistic) return;
            for (var r = 0; r < values.Columns; r++)
            {
                foreach (ref var value in values.Column(r)[start..end]) value = LogitLink.Inverse(value);
            }
            if (values.Columns > 1) Normalize(values, start, end);
        });
        return new Prediction(values);
    }

    void AddTerms(Matrix columns, int start, int end, Matrix values)
    {
        var term = new double[end - start];
        for (var t = 0; t < Terms.Length; t++)
        {
            Terms[t].Evaluate(columns, start, term);
            for (var r = 0; r < Coefficients.Length; r++)
            {
                var coefficient = Coefficients[r][t];
                if (double.IsNaN(coefficient)) continue;
                var sum = values.Column(r)[start..end];
                for (var i = 0; i < term.Length; i++) sum[i] += coefficient * term[i];
            }
        }
    }

    // Each class has a model of its own; where all say no, none is preferred.
    static void Normalize(Matrix values, int start, int end)
    {
        for (var row = start; row < end; row++)
        {
            var sum = 0.0;
            for (var k = 0; k < values.Columns; k++) sum += values[row, k];
            for (var k = 0; k < values.Columns; k++) values[row, k] = sum > 0 ? values[row, k] / sum : 1.0 / values.Columns;
        }
    }
}
