using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>Independent components: the parts of fastICA's result. Immutable.</summary>
public sealed class IcaModel : IDecompositionModel
{
    /// <summary>fastICA's K, which whitens centred cases: one row a variable, one column a dimension.</summary>
    public required Matrix Whitening { get; init; }

    /// <summary>fastICA's W, which turns whitened cases: one row a dimension, one column a component.</summary>
    public required Matrix Rotation { get; init; }

    /// <summary>The transpose of fastICA's A, which makes centred cases of scores: one row a variable, one column a component.</summary>
    public required Matrix Mixing { get; init; }

    /// <inheritdoc cref="IDecompositionModel.Projection"/>
    public required IcaProjection Projection { get; init; }

    IProjection? IDecompositionModel.Projection => Projection;

    /// <inheritdoc/>
    public required Matrix Scores { get; init; }

    /// <summary>The mean of each training case over its centred variables, or null where cases are not standardized.</summary>
    public required IReadOnlyList<double>? CaseMeans { get; init; }

    /// <summary>The standard deviation of each training case over its centred variables, or null where cases are not standardized.</summary>
    public required IReadOnlyList<double>? CaseSpreads { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames => Projection.ComponentNames;

    /// <summary>The mixing matrix, with the names that R gives to a table without names, since fastICA's has none.</summary>
    public Loadings Loadings => new(ComponentNaming.Numbered("X", Mixing.Rows), ComponentNaming.Numbered("V", Mixing.Columns), Mixing);

    Loadings? IDecompositionModel.Loadings => Loadings;

    /// <inheritdoc/>
    public bool Invertible => true;

    /// <inheritdoc/>
    public void Reconstruct(int first, Matrix cases)
    {
        for (var j = 0; j < cases.Columns; j++)
        {
            var target = cases.Column(j);
            LinearMap.Write(Scores, Mixing, j, first, target);
            for (var i = 0; i < target.Length && CaseSpreads is not null; i++) target[i] = target[i] * CaseSpreads[first + i] + CaseMeans![first + i];
            TensorPrimitives.Add(target, Projection.Center[j], target);
        }
    }
}
