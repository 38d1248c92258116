using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Decomposition;

public class PcaTests
{
    public static TheoryData<string> Jobs => [.. GoldenData.Names("Pca")];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Gives_the_loadings_and_scores_of_R_with_their_signs(string job)
    {
        var recorded = GoldenData.Read("Pca", job);
        var variables = GoldenData.Texts(recorded.GetProperty("variables"));
        var table = GoldenData.Table(recorded.GetProperty("data").GetString()!);
        var data = NumericFrame.From(table.WithColumns(variables.Select(v => table.Find(v)!)));

        var model = Fit(data, recorded.GetProperty("k").GetInt32(), scale: recorded.GetProperty("scale").GetBoolean());

        Assert.Equal(variables, model.Loadings.Variables);
        Assert.Equal(recorded.GetProperty("loadings").EnumerateObject().Select(c => c.Name), model.ComponentNames);
        for (var k = 0; k < model.ComponentNames.Count; k++)
        {
            Near(GoldenData.Numbers(recorded.GetProperty("loadings").GetProperty(model.ComponentNames[k])), model.Loadings.Values.Column(k).ToArray());
            Near(GoldenData.Numbers(recorded.GetProperty("scores").GetProperty(model.ComponentNames[k])), model.Scores.Column(k).ToArray());
        }
    }

    [Fact]
    public void Measures_and_standard_deviations_of_iris_are_those_of_R()
    {
        var data = Iris();
        var model = Fit(data);
        Near([1.708361149327623, 0.956049408486857, 0.383088600158390, 0.143926496617611], model.StandardDeviations);
        var metrics = DecompositionMetrics.Compute(data, model, new RunContext());
        Assert.Equal(0.989986090998, metrics.ExplainedVarianceRatio, 1e-12);
        Assert.Equal(0.0267445619927, metrics.RelativeReconstructionError, 1e-12);
        Assert.Equal(0.106639448492, metrics.ReconstructionRmse, 1e-12);
        Assert.Equal(0, metrics.MaxAbsComponentCorrelation, 1e-10);
        Assert.Equal(1.68910446072, metrics.EffectiveDimensionality, 1e-10);
        Assert.True(double.IsNaN(metrics.OutOfSampleExplainedVarianceRatio));
        Assert.True(double.IsNaN(metrics.OutOfSampleRelativeReconstructionError));
        Assert.True(double.IsNaN(metrics.ReconstructionGap));
    }

    [Fact]
    public void One_component_has_no_correlation()
    {
        var metrics = DecompositionMetrics.Compute(Iris(), Fit(Iris(), k: 1), new RunContext());
        Assert.Equal(0.9159193, metrics.ExplainedVarianceRatio, 1e-7);
        Assert.Equal(0.07749645, metrics.RelativeReconstructionError, 1e-8);
        Assert.Equal(0.3090041, metrics.ReconstructionRmse, 1e-7);
        Assert.True(double.IsNaN(metrics.MaxAbsComponentCorrelation));
        Assert.Equal(1, metrics.EffectiveDimensionality, 1e-12);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void All_components_give_the_data_back(bool center, bool scale)
    {
        var data = Iris();
        var model = Fit(data, k: 10, center: center, scale: scale);
        Assert.Equal(4, model.ComponentNames.Count);
        var back = model.Reconstruct(new RunContext());
        for (var c = 0; c < 4; c++) Near(data.Column(c).ToArray(), back.Column(c).ToArray());
    }

    // Each way to the vectors: rows folded, reduced as they are, columns folded; by sweeps alone or with the signs of divide and conquer.
    [Theory]
    [InlineData(20_000, 6)]
    [InlineData(300, 40)]
    [InlineData(12, 9)]
    [InlineData(9, 12)]
    [InlineData(50, 45)]
    [InlineData(45, 50)]
    [InlineData(7, 60)]
    [InlineData(30, 300)]
    public void Loadings_are_orthonormal_and_scores_uncorrelated_with_the_standard_deviations_given(int rows, int columns)
    {
        var model = Fit(Sample(rows, columns), k: int.MaxValue);
        var rank = Math.Min(rows - 1, columns);
        var loadings = model.Loadings.Values;
        for (var i = 0; i < rank; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Dot(loadings.Column(i), loadings.Column(j)), 1e-12);
                var variance = Dot(model.Scores.Column(i), model.Scores.Column(j)) / (rows - 1);
                Assert.Equal(i == j ? model.StandardDeviations[i] * model.StandardDeviations[i] : 0, variance, 1e-11);
            }
        }
    }

    // The signs of the first variable's loadings, from dgesdd of LAPACK 3.11 on the same numbers.
    [Theory]
    [InlineData(9000, 6, "--+---")]
    [InlineData(12, 9, "-+--+-+-+")]
    [InlineData(9, 12, "+----+++-")]
    [InlineData(50, 45, "-+-+-+-+-++---++-+++--++---++++---+++---+++--")]
    [InlineData(45, 50, "+---+---+-++-+--+++--+-+++++++--+-+-+-+-+----")]
    [InlineData(300, 40, "+-+-+--+--+++++--+++--+++++-+++---++-+-+")]
    [InlineData(7, 60, "+++++-+")]
    [InlineData(30, 300, "++---------+++++-+++--+-+++---")]
    public void Signs_are_those_of_LAPACK_on_every_way_to_the_vectors(int rows, int columns, string signs)
    {
        var random = new LEcuyerCmrg(1);
        var data = Frame([.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextUniform() - 0.5).ToArray())]);
        var loadings = Fit(data, int.MaxValue, center: false, scale: false).Loadings.Values;
        Assert.Equal(signs, string.Concat(Enumerable.Range(0, loadings.Columns).Select(k => loadings[0, k] < 0 ? '-' : '+')));
    }

    [Fact]
    public void A_rotation_of_the_data_rotates_the_loadings_only()
    {
        var data = Sample(500, 2);
        var (c, s) = (Math.Cos(0.3), Math.Sin(0.3));
        var turned = Frame([
            [.. data.Column(0).ToArray().Zip(data.Column(1).ToArray(), (x, y) => c * x - s * y)],
            [.. data.Column(0).ToArray().Zip(data.Column(1).ToArray(), (x, y) => s * x + c * y)]]);
        var (before, after) = (Fit(data, k: 2, scale: false), Fit(turned, k: 2, scale: false));
        Near(before.StandardDeviations, after.StandardDeviations);
        for (var k = 0; k < 2; k++) Near(before.Scores.Column(k).ToArray().Select(Math.Abs), after.Scores.Column(k).ToArray().Select(Math.Abs));
    }

    [Fact]
    public void The_number_of_threads_makes_no_difference_at_all()
    {
        var data = Sample(30_000, 8);
        var (one, four) = (Fit(data, threads: 1), Fit(data, threads: 4));
        Assert.Equal(one.Scores.Values, four.Scores.Values);
        Assert.Equal(DecompositionMetrics.Compute(data, one, new RunContext(threads: 1)), DecompositionMetrics.Compute(data, one, new RunContext(threads: 4)));
    }

    [Theory]
    [InlineData(0.2, 3)]
    [InlineData(0.5, 2)]
    [InlineData(0.9, 1)]
    public void The_tolerance_leaves_out_small_components(double tolerance, int components) =>
        Assert.Equal(components, new PcaDecomposer(new PcaParameters { K = 4, Tolerance = tolerance }).Fit(Iris(), new RunContext()).ComponentNames.Count);

    [Fact]
    public void What_prcomp_refuses_is_refused_in_its_words()
    {
        var constant = Frame([[1, 2, 3], [0.1, 0.1, 0.1]]);
        Assert.Equal("cannot rescale a constant/zero column to unit variance", Refusal(constant));
        Assert.Equal(2, Fit(constant, scale: false).ComponentNames.Count);
        Assert.Equal("cannot rescale a constant/zero column to unit variance", Refusal(Frame([[1], [2]])));
        Assert.Equal("infinite or missing values in 'x'", Refusal(Frame([[1, 2, 3], [1, 4, double.PositiveInfinity]])));
        Assert.Equal("length of 'dimnames' [2] not equal to array extent", Refusal(Iris(), new PcaParameters { Tolerance = 1 }));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => new PcaDecomposer(new PcaParameters()).Fit(Iris(), new RunContext(cancellation: cancelled.Token)));
    }

    [Fact]
    public void Options_are_checked_in_the_words_of_rtemis()
    {
        Assert.Equal(["k", "center", "scale", "tol"], PcaParameters.Set.Specs.Select(s => s.Name));
        Assert.Equal("`0L` must contain only positive integers.", OptionRefusal("k", new ParameterValue.Integer(0)));
        Assert.Equal("`2.5` must be integer.", OptionRefusal("k", new ParameterValue.Number(2.5)));
        Assert.Equal("<rtemis::PCAConfig> object properties are invalid:\n- @tol must be >= 0.", OptionRefusal("tol", new ParameterValue.Number(-1)));
        Assert.Equal("unused argument (foo = 1)", OptionRefusal("foo", new ParameterValue.Integer(1)));
        Assert.Equal(new PcaParameters(), PcaParameters.From(PcaParameters.Set.Defaults));
    }

    static string OptionRefusal(string name, ParameterValue value) =>
        Assert.Throws<ParameterException>(() => PcaParameters.Set.Bind([new(name, value)])).Message;

    static string Refusal(NumericFrame data, PcaParameters? parameters = null) =>
        Assert.Throws<LearningException>(() => new PcaDecomposer(parameters ?? new PcaParameters()).Fit(data, new RunContext())).Message;

    static PcaModel Fit(NumericFrame data, int k = 3, bool center = true, bool scale = true, int threads = 2) =>
        new PcaDecomposer(new PcaParameters { K = k, Center = center, Scale = scale }).Fit(data, new RunContext(threads: threads));

    static NumericFrame Iris()
    {
        var table = GoldenData.Table("iris");
        return NumericFrame.From(table.WithColumns(table.Columns.SkipLast(1)));
    }

    static NumericFrame Sample(int rows, int columns)
    {
        var random = new System.Random(1);
        var common = Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray();
        return Frame([.. Enumerable.Range(0, columns).Select(c => common.Select(z => 3 * random.NextDouble() + (c % 3) * z).ToArray())]);
    }

    static NumericFrame Frame(double[][] columns) =>
        NumericFrame.From(new Table([.. columns.Select((c, i) => new DoubleColumn("x" + i, c))], columns[0].Length));

    static double Dot(Span<double> a, Span<double> b) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(a, b);

    static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
}
