using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>Principal components: the parts of R's <c>prcomp</c> object. Immutable.</summary>
public sealed class PcaModel : IDecompositionModel
{
    /// <summary>The standard deviation of every component that was computed, kept or not, largest first.</summary>
    public required IReadOnlyList<double> StandardDeviations { get; init; }

    /// <inheritdoc cref="IDecompositionModel.Projection"/>
    public required PcaProjection Projection { get; init; }

    IProjection? IDecompositionModel.Projection => Projection;

    /// <summary>The right singular vectors: one row a variable, one column a component.</summary>
    public Matrix Rotation => Projection.Rotation;

    /// <summary>What was taken off each variable, or null.</summary>
    public IReadOnlyList<double>? Center => Projection.Center;

    /// <summary>What each variable was divided by, or null.</summary>
    public IReadOnlyList<double>? Scale => Projection.Scale;

    /// <inheritdoc/>
    public required Matrix Scores { get; init; }

    /// <summary>The variables' names, in order.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames => Projection.ComponentNames;

    /// <inheritdoc cref="IDecompositionModel.Loadings"/>
    public Loadings Loadings => new(Variables, ComponentNames, Rotation);

    Loadings? IDecompositionModel.Loadings => Loadings;

    /// <inheritdoc/>
    public bool Invertible => true;

    /// <inheritdoc/>
    public void Reconstruct(int first, Matrix cases)
    {
        for (var j = 0; j < cases.Columns; j++)
        {
            var target = cases.Column(j);
            LinearMap.Write(Scores, Rotation, j, first, target);
            if (Scale is not null) TensorPrimitives.Multiply(target, Scale[j], target);
            if (Center is not null) TensorPrimitives.Add(target, Center[j], target);
        }
    }
}
