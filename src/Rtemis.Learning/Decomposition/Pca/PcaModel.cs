using System.Globalization;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>Principal components: the parts of R's <c>prcomp</c> object. Immutable.</summary>
public sealed class PcaModel : IProjection
{
    /// <summary>The standard deviation of every component, kept or not, largest first.</summary>
    public required IReadOnlyList<double> StandardDeviations { get; init; }

    /// <summary>The right singular vectors: one row a variable, one column a component.</summary>
    public required Matrix Rotation { get; init; }

    /// <summary>What was taken off each variable, or null.</summary>
    public required IReadOnlyList<double>? Center { get; init; }

    /// <summary>What each variable was divided by, or null.</summary>
    public required IReadOnlyList<double>? Scale { get; init; }

    /// <inheritdoc/>
    public required Matrix Scores { get; init; }

    /// <summary>The variables' names, in order.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames =>
        [.. Enumerable.Range(1, Rotation.Columns).Select(c => string.Create(CultureInfo.InvariantCulture, $"PC{c}"))];

    /// <inheritdoc cref="IDecompositionModel.Loadings"/>
    public Loadings Loadings => new(Variables, ComponentNames, Rotation);

    Loadings? IDecompositionModel.Loadings => Loadings;

    /// <inheritdoc/>
    public bool Invertible => true;

    /// <inheritdoc/>
    public Matrix Project(NumericFrame data, RunContext context) => PcaProjection.Of(new PcaScaling(data, Center, Scale), Rotation, context);

    /// <inheritdoc/>
    public void Reconstruct(int first, Matrix cases)
    {
        for (var j = 0; j < cases.Columns; j++)
        {
            var target = cases.Column(j);
            target.Clear();
            for (var c = 0; c < Rotation.Columns; c++)
                TensorPrimitives.MultiplyAdd(Scores.Column(c).Slice(first, cases.Rows), Rotation[j, c], target, target);
            if (Scale is not null) TensorPrimitives.Multiply(target, Scale[j], target);
            if (Center is not null) TensorPrimitives.Add(target, Center[j], target);
        }
    }
}
