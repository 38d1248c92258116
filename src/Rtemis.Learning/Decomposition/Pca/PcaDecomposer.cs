using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>
/// Principal component analysis with the rules of R's <c>prcomp</c>: centre, scale, singular values and right vectors, with the signs that
/// R's have. Of a table with more than 500 rows and columns only the components that are asked for are computed, and the largest loading of each is
/// above 0.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class PcaDecomposer(PcaParameters parameters) : IDecomposer
{
    /// <inheritdoc/>
    public string Algorithm => "PCA";

    /// <summary>Learns the components.</summary>
    /// <exception cref="LearningException">A column can't be scaled, a value is infinite, or no component passes the tolerance.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public PcaModel Fit(NumericFrame data, RunContext context)
    {
        var scaled = PcaScaling.Of(data, parameters, context);
        var axes = LeadingRightVectors.Find(scaled, parameters.K, context) is { } leading
            ? leading with { Vectors = leading.Vectors.Head(Count(leading.Values)) }
            : RightVectors.Of(scaled, Count, context);
        var degrees = Math.Sqrt(Math.Max(1, data.Rows - 1));
        double[] deviations = [.. axes.Values.Select(v => v / degrees)];
        return new PcaModel
        {
            StandardDeviations = deviations,
            Projection = new PcaProjection(axes.Vectors, scaled.Center, scaled.Scale),
            Scores = PcaProjection.Project(scaled, axes.Vectors, context),
            Variables = data.Names,
        };
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    int Count(double[] values)
    {
        var count = Math.Min(parameters.K, values.Length);
        if (parameters.Tol is { } tol) count = Math.Min(count, values.Count(v => v > tol * values[0]));
        return count > 0 ? count : throw new LearningException("simpleError", "length of 'dimnames' [2] not equal to array extent");
    }
}
