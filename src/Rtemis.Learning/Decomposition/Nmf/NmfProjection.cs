using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>What takes cases to components: non-negative least squares of each case on the basis.</summary>
/// <param name="Basis">One row a variable, one column a component, of full rank.</param>
[MemoryPackable]
public sealed partial record NmfProjection(Matrix Basis) : IProjection
{
    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<string> ComponentNames => ComponentNaming.Numbered("NMF_", Basis.Columns);

    /// <summary>Cases in the components: one row a case, one column a component, 0 or more.</summary>
    /// <exception cref="LearningException">There are more or fewer columns than variables.</exception>
    public Matrix Project(NumericFrame data, RunContext context)
    {
        if (data.Columns != Basis.Rows)
            throw new LearningException("rtemis_dim_error", $"Data has {data.Columns} feature(s), but the NMF basis was learned on {Basis.Rows}.");
        var rights = TallProduct.Of(new FrameColumns(data), Basis, context);
        return new NonNegativeSystem(CrossProduct.Of(Basis, context.Work)).Solve(rights, context);
    }
}
