using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>Coefficients of a generalized linear model.</summary>
[MemoryPackable]
sealed partial class GlmModel : ISupervisedModel
{
    const int ChunkRows = 4096;

    public GlmModel(DesignTerm[] terms, double[] coefficients, bool logistic)
    {
        Terms = terms;
        Coefficients = coefficients;
        Logistic = logistic;
        Importance = new VariableImportance(
            ["(Intercept)", .. terms.SelectMany(t => t.ColumnNames)], [new ImportanceMeasure("Coefficient", coefficients)]);
    }

    /// <summary>What each feature stands for in the design matrix.</summary>
    public DesignTerm[] Terms { get; }

    /// <summary>One a column of the design matrix; NaN where there is none.</summary>
    public double[] Coefficients { get; }

    /// <summary>Whether the linear predictor is the logit of a probability.</summary>
    public bool Logistic { get; }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public VariableImportance Importance { get; }

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features.Count == 0 ? 0 : features[0].Length;
        var design = new DesignMatrix(Terms, features, rows);
        var predictor = design.Times(Coefficients, context.Work);
        var values = new Matrix(rows, 1);
        if (!Logistic) predictor.CopyTo(values.Values, 0);
        else
        {
            context.Work.ForChunks(rows, ChunkRows, (_, start, end) =>
            {
                for (var i = start; i < end; i++) values.Values[i] = LogitLink.Inverse(predictor[i]);
            });
        }
        return new Prediction(values);
    }
}
