using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>Components that can be applied to new data.</summary>
public interface IProjection : IDecompositionModel
{
    /// <summary>New cases in the components: one row a case, one column a component.</summary>
    /// <param name="data">The cases; columns as in training.</param>
    /// <param name="context">The run.</param>
    Matrix Project(NumericFrame data, RunContext context);
}
