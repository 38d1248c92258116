using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Factors that are improved by factors, from a random start on until their rule stops them or 2000 iterations are over.</summary>
static class MultiplicativeFit
{
    const int MostIterations = 2000;

    public static NmfFit Of(NmfMethod method, CaseTiles data, int components, double largest, RunContext context)
    {
        var factors = NmfFactors.Draw(data.Rows, data.Features, components, largest, method == NmfMethod.Offset, context);
        IFactorUpdate update = method is NmfMethod.Brunet or NmfMethod.Divergence or NmfMethod.NonSmooth
            ? new DivergenceUpdate(data, factors, method == NmfMethod.NonSmooth)
            : new EuclideanUpdate(data, factors);
        IStopRule rule = method is NmfMethod.Divergence or NmfMethod.Frobenius ? new StationaryStop(update) : new ConnectivityStop(data, factors);
        var counter = context.CountWhenSlow("Iterations", "nmf", MostIterations);
        var iterations = 0;
        while (!rule.IsReached(iterations, context) && iterations < MostIterations)
        {
            update.Improve(++iterations, context);
            counter.Advance();
        }
        counter.Complete();
        return new NmfFit(factors.Basis, factors.Offset, iterations, update.Objective(context));
    }
}
