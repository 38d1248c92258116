using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>The predictors that mice keeps for a regression: those that vary, are not the outcome itself, and don't depend on each other.</summary>
static class UsablePredictors
{
    // mice's limits, by the scale that the columns come in.
    const double LeastVariance = 1e-4;
    const double MostCorrelation = 0.99;

    /// <summary>Those of the candidates, in their order.</summary>
    /// <param name="candidates">The predictors.</param>
    /// <param name="rows">The rows where the outcome is known.</param>
    /// <param name="outcome">The outcome there.</param>
    /// <param name="context">The run.</param>
    public static Predictor[] Of(Predictor[] candidates, int[] rows, double[] outcome, RunContext context)
    {
        var target = (double[])outcome.Clone();
        if (Variance(PearsonCorrelation.Standardize(target), rows.Length) < LeastVariance) return [];
        var keeps = new bool[candidates.Length];
        context.Work.For(candidates.Length, i =>
        {
            var values = new double[rows.Length];
            candidates[i].Read(rows, values);
            var length = PearsonCorrelation.Standardize(values);
            keeps[i] = Variance(length, rows.Length) > LeastVariance && TensorPrimitives.Dot<double>(values, target) < MostCorrelation;
        });
        return IndependentPredictors.Of([.. candidates.Where((_, i) => keeps[i])], rows, context);
    }

    static double Variance(double length, int rows) => length * length / (rows - 1);
}
