using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition;

/// <summary>The share of each variable in each component.</summary>
/// <param name="Variables">The rows' names.</param>
/// <param name="Components">The columns' names.</param>
/// <param name="Values">One row a variable, one column a component.</param>
public sealed record Loadings(IReadOnlyList<string> Variables, IReadOnlyList<string> Components, Matrix Values);
