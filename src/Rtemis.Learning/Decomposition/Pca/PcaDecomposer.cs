using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>
/// Principal component analysis with the rules of R's <c>prcomp</c>: centre, scale, singular values and right vectors. Each component is
/// R's up to its sign: here the loading of the largest size is positive.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class PcaDecomposer(PcaParameters parameters) : IDecomposer
{
    const int ChunkRows = 512;

    /// <inheritdoc/>
    public string Algorithm => "PCA";

    /// <summary>Learns the components.</summary>
    /// <exception cref="LearningException">A column can't be scaled, a value is infinite, or no component passes the tolerance.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public PcaModel Fit(NumericFrame data, RunContext context)
    {
        var scaled = PcaScaling.Of(data, parameters, context);
        var axes = PrincipalAxes.Of(scaled, parameters.K, context);
        var degrees = Math.Sqrt(Math.Max(1, data.Rows - 1));
        double[] deviations = [.. axes.Values.Select(v => v / degrees)];
        var rotation = Kept(axes.Vectors, deviations);
        return new PcaModel
        {
            StandardDeviations = deviations,
            Rotation = rotation,
            Center = scaled.Center,
            Scale = scaled.Scale,
            Scores = Project(scaled, rotation, context),
            Variables = data.Names,
        };
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    Matrix Kept(Matrix axes, double[] deviations)
    {
        if (parameters.Tol is not { } tol) return axes;
        var rank = Math.Min(axes.Columns, deviations.Count(d => d > tol * deviations[0]));
        if (rank == 0) throw new LearningException("simpleError", "length of 'dimnames' [2] not equal to array extent");
        var kept = new Matrix(axes.Rows, rank);
        axes.Values.AsSpan(0, kept.Values.Length).CopyTo(kept.Values);
        return kept;
    }

    static Matrix Project(PcaScaling data, Matrix rotation, RunContext context)
    {
        var scores = new Matrix(data.Rows, rotation.Columns);
        context.Work.ForChunks(data.Rows, ChunkRows, (_, first, end) =>
        {
            Span<double> cases = stackalloc double[end - first];
            for (var j = 0; j < data.Columns; j++)
            {
                data.Read(j, first, cases);
                for (var c = 0; c < rotation.Columns; c++)
                {
                    var target = scores.Column(c)[first..end];
                    TensorPrimitives.MultiplyAdd(cases, rotation[j, c], target, target);
                }
            }
        });
        return scores;
    }
}
