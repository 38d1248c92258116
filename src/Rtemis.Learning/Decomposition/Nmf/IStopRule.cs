using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Tells when factors are good enough.</summary>
interface IStopRule
{
    /// <summary>Whether to end; called after each iteration, and once before the first.</summary>
    /// <param name="iterations">The number of iterations so far.</param>
    /// <param name="context">The run.</param>
    bool IsReached(int iterations, RunContext context);
}
