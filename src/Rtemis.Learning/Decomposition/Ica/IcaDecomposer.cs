using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>
/// Independent component analysis as the R package fastICA does it: cases are centred, whitened by their covariance, and turned until the components
/// are as far from normal as they can be, from a random start. Given the same random numbers the components are R's. Source: A. Hyvärinen and E. Oja,
/// "Independent component analysis: algorithms and applications", Neural Networks 13, 2000.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class IcaDecomposer(IcaParameters parameters) : IDecomposer
{
    /// <inheritdoc/>
    public string Algorithm => "ICA";

    /// <summary>Learns the components. Where nothing is left of the data after centring, all scores are NaN.</summary>
    /// <exception cref="LearningException">There are fewer than two cases, or a value is infinite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IcaModel Fit(NumericFrame data, RunContext context)
    {
        if (data.Rows < 2) throw new LearningException("simpleError", "data must be matrix-conformal");
        for (var j = 0; j < data.Columns; j++)
            if (!TensorPrimitives.IsFiniteAll(data.Column(j)))
                throw new LearningException("simpleError", "NA/NaN/Inf in foreign function call (arg 1)");

        var count = Math.Min(parameters.K, Math.Min(data.Rows, data.Columns));
        var start = Start(count, context);
        var center = CenteredCases.Center(data, context);
        var cases = CenteredCases.Of(data, center, parameters.RowNorm, context);
        var whitening = Whitening.Of(cases, count, context);
        var step = new FixedPointStep(
            TallProduct.Of(cases, whitening.Matrix, context), new ContrastSlope(parameters.Contrast, parameters.Alpha), context);
        var rotation = CrossProduct.Transpose(new UnmixingSearch(step, parameters, context).From(start));
        var unmixing = BlockProduct.Of(whitening.Matrix, rotation);
        return new IcaModel
        {
            Whitening = whitening.Matrix,
            Rotation = rotation,
            Mixing = BlockProduct.Of(whitening.Inverse, rotation),
            Projection = new IcaProjection(unmixing, center, parameters.RowNorm),
            Scores = TallProduct.Of(cases, unmixing, context),
            CaseMeans = cases.CaseMeans,
            CaseSpreads = cases.CaseSpreads,
        };
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    // Row by row, as fastICA's C code reads what R drew.
    static Matrix Start(int count, RunContext context)
    {
        var start = new Matrix(count, count);
        for (var i = 0; i < count; i++)
            for (var a = 0; a < count; a++) start[i, a] = context.Random.NextNormal();
        return start;
    }
}
