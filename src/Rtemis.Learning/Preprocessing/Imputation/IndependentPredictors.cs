using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>
/// Leaves out predictors until the least eigenvalue of the others' correlations is not too small against the largest: each time the one that has the
/// largest part in the direction in which they vary least.
/// </summary>
static class IndependentPredictors
{
    const double LeastRatio = 1e-4;

    /// <summary>Those of the candidates, in their order.</summary>
    public static Predictor[] Of(Predictor[] candidates, int[] rows, RunContext context)
    {
        if (candidates.Length < 2) return candidates;
        var correlations = Correlations(candidates, rows, context);
        var positions = Enumerable.Range(0, candidates.Length).ToList();
        while (positions.Count > 1)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var spectrum = new CorrelationSpectrum(correlations, positions);
            if (spectrum.IsAbove(LeastRatio)) break;
            positions.RemoveAt(spectrum.MostDependent());
        }
        return [.. positions.Select(p => candidates[p])];
    }

    static double[][] Correlations(Predictor[] candidates, int[] rows, RunContext context)
    {
        var standardized = new double[candidates.Length][];
        context.Work.For(candidates.Length, i =>
        {
            standardized[i] = new double[rows.Length];
            candidates[i].Read(rows, standardized[i]);
            PearsonCorrelation.Standardize(standardized[i]);
        });
        var correlations = new double[candidates.Length][];
        context.Work.For(candidates.Length, i =>
        {
            correlations[i] = new double[candidates.Length];
            for (var j = 0; j < candidates.Length; j++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                correlations[i][j] = TensorPrimitives.Dot<double>(standardized[i], standardized[j]);
            }
        });
        return correlations;
    }
}
