using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>The way from cases to components, for any cases. Immutable.</summary>
public interface IProjection
{
    /// <summary>The components' names, e.g. <c>PC1</c>.</summary>
    IReadOnlyList<string> ComponentNames { get; }

    /// <summary>Cases in the components: one row a case, one column a component.</summary>
    /// <param name="data">The cases; columns as in training.</param>
    /// <param name="context">The run.</param>
    Matrix Project(NumericFrame data, RunContext context);
}
