using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Pca;

public class PcaTests
{
    [Theory]
    [InlineData("iris", 3, true)]
    [InlineData("mtcars", 5, false)]
    public void AgreesWithTheRecordingsSignsIncluded(string data, int k, bool scale)
    {
        var model = Fit(GoldenColumns.Frame(data), k, scale: scale);
        var loadings = GoldenColumns.Read(data + "-loadings");
        var scores = GoldenColumns.Read(data + "-scores");
        Assert.Equal(k, loadings.Length);
        for (var c = 0; c < k; c++)
        {
            AssertClose(loadings[c], model.Rotation.Column(c), 1e-9);
            AssertClose(scores[c], model.Scores.Column(c), 1e-9);
        }
    }

    [Fact]
    public void KeepsAllDeviations()
    {
        double[] expected = [1.708361149327623, 0.956049408486857, 0.383088600158390, 0.143926496617611];
        AssertClose(expected, Fit(GoldenColumns.Frame("iris"), 1).StandardDeviations.ToArray(), 1e-14);
    }

    [Fact]
    public void NamesComponentsAndVariables()
    {
        var model = Fit(Frames.Of(Frames.Normal(20, 3, 1)), 2);
        Assert.Equal(["PC1", "PC2"], model.ComponentNames);
        Assert.Equal(["V1", "V2", "V3"], model.Loadings.Variables);
        Assert.Equal(["PC1", "PC2"], model.Loadings.Components);
    }

    [Theory]
    [InlineData(3000, 12)]
    [InlineData(30, 12)]
    [InlineData(12, 30)]
    [InlineData(9, 9)]
    [InlineData(50, 45)]
    [InlineData(45, 50)]
    [InlineData(300, 120)]
    public void AxesAreOrthonormal(int rows, int columns)
    {
        var axes = Fit(Frames.Of(Frames.Normal(rows, columns, 2)), columns).Rotation;
        for (var a = 0; a < axes.Columns; a++)
            for (var b = 0; b < axes.Columns; b++)
                Assert.Equal(a == b ? 1 : 0, Dot(axes.Column(a).ToArray(), axes.Column(b).ToArray()), 1e-13);
    }

    [Theory]
    [InlineData(2000, 7)]
    [InlineData(7, 40)]
    public void AllComponentsGiveTheDataBack(int rows, int columns)
    {
        var data = Frames.Of(Frames.Normal(rows, columns, 3));
        var model = Fit(data, columns);
        var cases = new Matrix(rows - 2, columns);
        model.Reconstruct(2, cases);
        for (var j = 0; j < columns; j++) AssertClose(data.Column(j)[2..], cases.Column(j), 1e-12);
    }

    [Fact]
    public void TheOrderOfCasesDoesNotMatter()
    {
        var columns = Frames.Normal(5000, 6, 4);
        var model = Fit(Frames.Of(columns), 6);
        var reversed = Fit(Frames.Of([.. columns.Select(c => c.Reverse().ToArray())]), 6);
        AssertClose(model.StandardDeviations.ToArray(), reversed.StandardDeviations.ToArray(), 1e-12);
        for (var c = 0; c < 6; c++) AssertSameLine(model.Rotation.Column(c).ToArray(), reversed.Rotation.Column(c).ToArray());
    }

    [Fact]
    public void TheOrderOfVariablesDoesNotMatter()
    {
        var columns = Frames.Normal(500, 5, 5);
        var model = Fit(Frames.Of(columns), 5);
        var reversed = Fit(Frames.Of([.. columns.Reverse()]), 5);
        for (var c = 0; c < 5; c++)
            AssertSameLine([.. model.Rotation.Column(c).ToArray().Reverse()], reversed.Rotation.Column(c).ToArray());
    }

    [Fact]
    public void TurningTheDataTurnsTheAxes()
    {
        var columns = Frames.Normal(400, 3, 6);
        for (var i = 0; i < 400; i++) (columns[0][i], columns[1][i]) = (5 * columns[0][i], 2 * columns[1][i]);
        var (cosine, sine) = (Math.Cos(0.7), Math.Sin(0.7));
        double[][] turned =
        [
            [.. columns[0].Zip(columns[1], (x, y) => cosine * x - sine * y)],
            [.. columns[0].Zip(columns[1], (x, y) => sine * x + cosine * y)],
            columns[2],
        ];
        var model = Fit(Frames.Of(columns), 3, scale: false);
        var other = Fit(Frames.Of(turned), 3, scale: false);
        AssertClose(model.StandardDeviations.ToArray(), other.StandardDeviations.ToArray(), 1e-12);
        for (var c = 0; c < 3; c++)
        {
            var axis = model.Rotation.Column(c).ToArray();
            double[] expected = [cosine * axis[0] - sine * axis[1], sine * axis[0] + cosine * axis[1], axis[2]];
            Assert.Equal(1, Math.Abs(Dot(expected, other.Rotation.Column(c).ToArray())), 1e-12);
        }
    }

    [Fact]
    public void SmallComponentsKeepTheirDigits()
    {
        // The columns differ by a millionth: a cross product would leave four digits of the last component.
        var noise = Frames.Normal(2000, 2, 7);
        double[] twin = [.. noise[0].Zip(noise[1], (x, y) => x + 1e-6 * y)];
        var model = Fit(Frames.Of(noise[0], twin), 2, scale: false);
        var (a, b, ab) = (Spread(noise[0], noise[0]), Spread(noise[1], noise[1]), Spread(noise[0], noise[1]));
        // The product of the deviations is the area that the columns span.
        var area = 1e-6 * Math.Sqrt(a * b - ab * ab);
        Assert.Equal(1, model.StandardDeviations[0] * model.StandardDeviations[1] / area, 1e-8);
    }

    // Each way to the vectors: rows folded, reduced as they are, columns folded; with sweeps alone up to 25 values, and divided once or
    // more often. Expected are the signs of the first variable's loadings from dgesdd of LAPACK 3.11 on the same numbers.
    [Theory]
    [InlineData(9000, 6, "--+---")]
    [InlineData(12, 9, "-+--+-+-+")]
    [InlineData(9, 12, "+----+++-")]
    [InlineData(50, 45, "-+-+-+-+-++---++-+++--++---++++---+++---+++--")]
    [InlineData(45, 50, "+---+---+-++-+--+++--+-+++++++--+-+-+-+-+----")]
    [InlineData(300, 40, "+-+-+--+--+++++--+++--+++++-+++---++-+-+")]
    [InlineData(7, 60, "+++++-+")]
    [InlineData(30, 300, "++---------+++++-+++--+-+++---")]
    [InlineData(5000, 80, "+-+-+-+-+-+-+++---++---+++--+++---++++--+++++---+++-++++++--++-++++---+-++-+-+-+")]
    [InlineData(200, 100, "++-+-+-+-+-+-+-+-+++-++-+++--++--+++--+++---+++---++++---+++--++++----+---++++---+++--++++-++--++-+-")]
    [InlineData(90, 400, "+++++-+-+++--+-++++-+-++-+++-++----+++++----+-+++--++----+-++-++---++----+----+++++-+-+--+")]
    public void SignsAreThoseOfLapack(int rows, int columns, string signs)
    {
        var random = new LEcuyerCmrg(1);
        double[] Column() => [.. Enumerable.Range(0, rows).Select(_ => random.NextUniform() - 0.5)];
        var data = Frames.Of([.. Enumerable.Range(0, columns).Select(_ => Column())]);
        var axes = Fit(data, int.MaxValue, center: false, scale: false).Rotation;
        Assert.Equal(signs, string.Concat(Enumerable.Range(0, axes.Columns).Select(c => axes[0, c] < 0 ? '-' : '+')));
    }

    internal static PcaModel Fit(
        NumericFrame data, int k, bool center = true, bool scale = true, double? tol = null, RunContext? context = null) =>
        new PcaDecomposer(new PcaParameters(k, center, scale, tol)).Fit(data, context ?? new RunContext(threads: 1, seed: 1));

    // R's signs depend on the order.
    static void AssertSameLine(double[] expected, double[] actual) => Assert.Equal(1, Math.Abs(Dot(expected, actual)), 1e-12);

    static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    static double Spread(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / (a.Length - 1);
    }

    internal static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
