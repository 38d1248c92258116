using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition;

public class DecompositionMetricsTests
{
    [Fact]
    public void ThreeComponentsOfIrisAgreeWithTheReference()
    {
        var metrics = Iris(3, true);
        Assert.Equal(0.989986090998, metrics.ExplainedVarianceRatio, 1e-12);
        Assert.Equal(0.0267445619927, metrics.RelativeReconstructionError, 1e-12);
        Assert.Equal(0.106639448492, metrics.ReconstructionRmse, 1e-12);
        Assert.Equal(0, metrics.MaxAbsComponentCorrelation, 1e-10);
        Assert.Equal(1.68910446072, metrics.EffectiveDimensionality, 1e-11);
        Assert.All(metrics.Row.Values.Skip(5), v => Assert.Equal(double.NaN, v));
    }

    [Fact]
    public void OneComponentHasNoCorrelation()
    {
        var metrics = Iris(1, true);
        Assert.Equal(0.9159193, metrics.ExplainedVarianceRatio, 1e-7);
        Assert.Equal(0.07749645, metrics.RelativeReconstructionError, 1e-8);
        Assert.Equal(0.3090041, metrics.ReconstructionRmse, 1e-7);
        Assert.Equal(double.NaN, metrics.MaxAbsComponentCorrelation);
        Assert.Equal(1, metrics.EffectiveDimensionality);
    }

    [Fact]
    public void NamesAreOnTheWireInOrder() => Assert.Equal(
        [
            "explained_variance_ratio", "relative_reconstruction_error", "reconstruction_rmse", "max_abs_component_correlation",
            "effective_dimensionality", "oos_explained_variance_ratio", "oos_relative_reconstruction_error", "reconstruction_gap",
        ],
        new DecompositionMetrics().Row.Names);

    [Fact]
    public void ModelsWithoutAWayBackHaveNoReconstructionFigures()
    {
        var scores = new Matrix(3, 2);
        double[] values = [1, 2, 3, 2, 4, 6];
        values.CopyTo(scores.Values, 0);
        var metrics = DecompositionMetrics.Compute(Frames.Of([1, 2, 3], [4, 5, 7]), new OneWay(scores), new RunContext());
        Assert.Equal(double.NaN, metrics.ExplainedVarianceRatio);
        Assert.Equal(double.NaN, metrics.ReconstructionRmse);
        Assert.Equal(1, metrics.MaxAbsComponentCorrelation, 1e-15);
        Assert.Equal(25.0 / 17, metrics.EffectiveDimensionality, 1e-14);
    }

    [Fact]
    public void ConstantScoresHaveNoFigures()
    {
        var metrics = DecompositionMetrics.Compute(Frames.Of([1, 2, 3], [4, 5, 7]), new OneWay(new Matrix(3, 2)), new RunContext());
        Assert.All(metrics.Row.Values, v => Assert.Equal(double.NaN, v));
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        var data = Frames.Of(Frames.Normal(10_000, 9, 1));
        var model = new PcaDecomposer(new PcaParameters(4, true, true, null)).Fit(data, new RunContext());
        Assert.Equal(
            DecompositionMetrics.Compute(data, model, new RunContext(threads: 1)),
            DecompositionMetrics.Compute(data, model, new RunContext(threads: 4)));
    }

    static DecompositionMetrics Iris(int k, bool scale)
    {
        var (iris, context) = (GoldenColumns.Frame("iris"), new RunContext());
        return DecompositionMetrics.Compute(iris, new PcaDecomposer(new PcaParameters(k, true, scale, null)).Fit(iris, context), context);
    }

    sealed class OneWay(Matrix scores) : IDecompositionModel
    {
        public IReadOnlyList<string> ComponentNames => [];

        public Matrix Scores => scores;

        public Loadings? Loadings => null;

        public IProjection? Projection => null;

        public bool Invertible => false;

        public void Reconstruct(int first, Matrix cases) => throw new NotSupportedException();
    }
}
