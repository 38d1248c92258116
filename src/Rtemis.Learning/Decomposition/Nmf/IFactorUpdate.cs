using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>A rule by which factors are brought closer to the data.</summary>
interface IFactorUpdate
{
    /// <summary>Changes the factors: the coefficients, then the basis.</summary>
    /// <param name="iteration">The number of the iteration, from 1.</param>
    /// <param name="context">The run.</param>
    void Improve(int iteration, RunContext context);

    /// <summary>How far the product of the factors is from the data.</summary>
    double Objective(RunContext context);
}
