using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>Coefficients of a generalized linear model.</summary>
sealed class GlmModel : ISupervisedModel
{
    const int ChunkRows = 4096;

    readonly DesignTerm[] _terms;
    readonly double[] _coefficients;
    readonly bool _logistic;

    public GlmModel(DesignTerm[] terms, double[] coefficients, bool logistic)
    {
        _terms = terms;
        _coefficients = coefficients;
        _logistic = logistic;
        Importance = new VariableImportance(
            ["(Intercept)", .. terms.SelectMany(t => t.ColumnNames)], [new ImportanceMeasure("Coefficient", coefficients)]);
    }

    /// <inheritdoc/>
    public VariableImportance Importance { get; }

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features.Count == 0 ? 0 : features[0].Length;
        var design = new DesignMatrix(_terms, features, rows);
        var predictor = design.Times(_coefficients, context.Work);
        var values = new Matrix(rows, 1);
        if (!_logistic) predictor.CopyTo(values.Values, 0);
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
