using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Decomposition.Ica;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Ica;

public class IcaTests
{
    public static TheoryData<bool, IcaContrast, bool> Ways => new MatrixTheoryData<bool, IcaContrast, bool>(
        [false, true], [IcaContrast.LogCosh, IcaContrast.Exponential], [false, true]);

    [Theory]
    [MemberData(nameof(Ways))]
    public void ComponentsAreOrthonormalInTheWhitenedSpace(bool deflation, IcaContrast contrast, bool rowNorm)
    {
        var model = Fit(Mixed(3000, 6), new IcaParameters { K = 4, Deflation = deflation, Contrast = contrast, RowNorm = rowNorm });
        for (var a = 0; a < 4; a++)
        {
            for (var b = 0; b < 4; b++)
            {
                Assert.Equal(a == b ? 1 : 0, Dot(model.Rotation.Column(a), model.Rotation.Column(b)), 1e-12);
                Assert.Equal(a == b ? 3000 : 0, Dot(model.Scores.Column(a), model.Scores.Column(b)), 1e-6);
            }
        }
    }

    [Fact]
    public void MixedSourcesAreFound()
    {
        var sources = Sources(4000);
        var scores = Fit(Mixed(4000, 5), new IcaParameters { K = 3, RowNorm = false }).Scores;
        foreach (var source in sources)
            Assert.Contains(Enumerable.Range(0, 3), c => Math.Abs(Dot(source, scores.Column(c))) / Math.Sqrt(Dot(source, source) * 4000) > 0.99);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AllComponentsGiveTheDataBack(bool rowNorm)
    {
        var data = Frames.Of(Frames.Normal(300, 5, 3));
        // Cases that were standardized have lost a dimension.
        var model = Fit(data, new IcaParameters { K = rowNorm ? 4 : 5, RowNorm = rowNorm });
        var cases = new Matrix(298, 5);
        model.Reconstruct(2, cases);
        for (var j = 0; j < 5; j++)
            for (var i = 0; i < 298; i++) Assert.Equal(data.Column(j)[i + 2], cases[i, j], 1e-10);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TrainingCasesAreProjectedToTheirScores(bool rowNorm)
    {
        var data = Mixed(700, 5);
        var model = Fit(data, new IcaParameters { RowNorm = rowNorm });
        Assert.Equal(model.Scores.Values, model.Projection.Project(data, new RunContext(threads: 3)).Values);
        var few = model.Projection.Project(Frames.Of([.. Enumerable.Range(0, 5).Select(j => new[] { data.Column(j)[600], data.Column(j)[1] })]), new RunContext());
        Assert.Equal(model.Scores[600, 2], few[0, 2], 1e-12);
        Assert.Equal(model.Scores[1, 0], few[1, 0], 1e-12);
    }

    [Fact]
    public void TheOrderOfCasesDoesNotMatter()
    {
        double[][] columns = [.. Enumerable.Range(0, 5).Select(j => Mixed(2000, 5).Column(j).ToArray())];
        var parameters = new IcaParameters { Tolerance = 1e-10 };
        var scores = Fit(Frames.Of(columns), parameters).Scores;
        var reversed = Fit(Frames.Of([.. columns.Select(c => c.Reverse().ToArray())]), parameters).Scores;
        for (var c = 0; c < 3; c++)
            for (var i = 0; i < 2000; i++) Assert.Equal(scores[i, c], reversed[1999 - i, c], 1e-5);
    }

    [Fact]
    public void TheScaleOfTheDataDoesNotMatter()
    {
        var data = Mixed(500, 5);
        var larger = Frames.Of([.. Enumerable.Range(0, 5).Select(j => data.Column(j).ToArray().Select(v => 1000 * v + j).ToArray())]);
        var parameters = new IcaParameters { RowNorm = false };
        Assert.Equal(Fit(data, parameters).Scores.Values, Fit(larger, parameters).Scores.Values, (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void TheNumberOfThreadsChangesNoBit(bool deflation, IcaContrast contrast, bool rowNorm)
    {
        var data = Mixed(9000, 6);
        var parameters = new IcaParameters { Deflation = deflation, Contrast = contrast, RowNorm = rowNorm };
        Assert.Equal(Fit(data, parameters, threads: 1).Scores.Values, Fit(data, parameters, threads: 4).Scores.Values);
    }

    [Fact]
    public void LoadingsAreTheMixingMatrixWithTheNamesThatRGives()
    {
        Loadings loadings = Fit(Mixed(100, 4), new IcaParameters { K = 2 }).Loadings;
        Assert.Equal(["X1", "X2", "X3", "X4"], loadings.Variables);
        Assert.Equal(["V1", "V2"], loadings.Components);
        Assert.Equal((4, 2), (loadings.Values.Rows, loadings.Values.Columns));
    }

    /// <summary>Independent signals, mixed, with a little noise.</summary>
    internal static NumericFrame Mixed(int rows, int columns)
    {
        var sources = Sources(rows);
        var noise = Frames.Normal(rows, columns, 5);
        return Frames.Of([.. noise.Select((column, j) => column.Select((v, i) =>
            (Math.Sin(j + 1) * sources[0][i]) + (Math.Cos(3 * j) * sources[1][i]) + (Math.Sin(2 * j * j) * sources[2][i]) + (0.01 * v)).ToArray())]);
    }

    internal static IcaModel Fit(NumericFrame data, IcaParameters parameters, int threads = 2) =>
        new IcaDecomposer(parameters).Fit(data, new RunContext(threads: threads, seed: 3));

    static double[][] Sources(int rows)
    {
        var uniform = new System.Random(8);
        return
        [
            [.. Enumerable.Range(0, rows).Select(i => Math.Sin(i * 0.37))], [.. Enumerable.Range(0, rows).Select(i => i * 7 % 29 / 14.0 - 1)],
            [.. Enumerable.Range(0, rows).Select(_ => uniform.NextDouble() - 0.5)],
        ];
    }

    static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => System.Numerics.Tensors.TensorPrimitives.Dot(a, b);
}
