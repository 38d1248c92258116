using System.Globalization;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>Principal components.</summary>
public sealed class PcaModel : IDecompositionModel, IColumnReconstruction
{
    readonly StandardizedFrame _data;

    internal PcaModel(IReadOnlyList<string> variables, StandardizedFrame data, double[] deviations, Matrix rotation, Matrix scores)
    {
        _data = data;
        StandardDeviations = deviations;
        Scores = scores;
        ComponentNames = [.. Enumerable.Range(1, rotation.Columns).Select(k => "PC" + k.ToString(CultureInfo.InvariantCulture))];
        Loadings = new Loadings(variables, ComponentNames, rotation);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames { get; }

    /// <inheritdoc/>
    public Matrix Scores { get; }

    /// <inheritdoc/>
    public Loadings Loadings { get; }

    /// <summary>The standard deviations of all components that there are, those left out included, falling.</summary>
    public IReadOnlyList<double> StandardDeviations { get; }

    /// <summary>What was taken off each column, or null.</summary>
    public IReadOnlyList<double>? Centers => _data.Centers;

    /// <summary>What each column was divided by, or null.</summary>
    public IReadOnlyList<double>? Scales => _data.Scales;

    /// <inheritdoc/>
    public Matrix Reconstruct(RunContext context)
    {
        var matrix = new Matrix(_data.Rows, _data.Columns);
        context.Work.For(matrix.Columns, c => ((IColumnReconstruction)this).Reconstruct(c, matrix.Column(c)));
        return matrix;
    }

    void IColumnReconstruction.Reconstruct(int column, Span<double> target)
    {
        target.Clear();
        for (var k = 0; k < Scores.Columns; k++) TensorPrimitives.MultiplyAdd(Scores.Column(k), Loadings.Values[column, k], target, target);
        if (_data.Scales is { } scales) TensorPrimitives.Multiply(target, scales[column], target);
        if (_data.Centers is { } centers) TensorPrimitives.Add(target, centers[column], target);
    }
}
