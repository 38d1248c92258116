using System.Globalization;
using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>What takes cases to principal components: they are centred, scaled and multiplied with the components.</summary>
/// <param name="Rotation">The right singular vectors: one row a variable, one column a component.</param>
/// <param name="Center">What is taken off each variable, or null.</param>
/// <param name="Scale">What each variable is divided by, or null.</param>
[MemoryPackable]
public sealed partial record PcaProjection(Matrix Rotation, IReadOnlyList<double>? Center, IReadOnlyList<double>? Scale) : IProjection
{
    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<string> ComponentNames =>
        [.. Enumerable.Range(1, Rotation.Columns).Select(c => string.Create(CultureInfo.InvariantCulture, $"PC{c}"))];

    /// <inheritdoc/>
    public Matrix Project(NumericFrame data, RunContext context) => TallProduct.Of(new PcaScaling(data, Center, Scale), Rotation, context);
}
