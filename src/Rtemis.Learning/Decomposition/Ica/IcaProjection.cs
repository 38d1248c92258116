using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>What takes cases to independent components: they are centred, standardized where that is asked for, and multiplied.</summary>
/// <param name="Unmixing">One row a variable, one column a component.</param>
/// <param name="Center">What is taken off each variable.</param>
/// <param name="RowNorm">Whether each case is standardized over its variables.</param>
[MemoryPackable]
public sealed partial record IcaProjection(Matrix Unmixing, IReadOnlyList<double> Center, bool RowNorm) : IProjection
{
    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<string> ComponentNames => ComponentNaming.Numbered("ICA_", Unmixing.Columns);

    /// <inheritdoc/>
    public Matrix Project(NumericFrame data, RunContext context) => TallProduct.Of(CenteredCases.Of(data, Center, RowNorm, context), Unmixing, context);
}
