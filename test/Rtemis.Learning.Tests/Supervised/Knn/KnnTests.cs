using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Knn;

namespace Rtemis.Learning.Tests.Supervised.Knn;

public class KnnTests
{
    [Fact]
    public void Optimal_weights_are_those_of_the_reference()
    {
        double[] expected = [.320581579140221, .231119858674151, .172881130150219, .125784350871461, .0851270029803528, .0488144785735069, .0156915996100881];
        var weights = new double[7];
        KnnKernel.Weigh("optimal", [1, 2, 3, 4, 5, 6, 7], 8, 4, weights);
        Assert.All(expected.Zip(weights), p => Assert.Equal(p.First, p.Second, 1e-14));
    }

    [Theory]
    [InlineData("rectangular", 1, 1)]
    [InlineData("triangular", 0.5, 0.25)]
    [InlineData("epanechnikov", 0.5625, 0.328125)]
    [InlineData("inv", 2, 1.3333333333333333)]
    [InlineData("rank", 2, 1)]
    [InlineData("biweight", 1.0546875, 0.35888671875)]
    [InlineData("triweight", 0.9228515625, 0.1831817626953125)]
    [InlineData("cos", 0.7071067811865476, 0.38268343236508984)]
    public void A_kernel_weighs_by_relative_distance(string kernel, double near, double far)
    {
        var weights = new double[2];
        KnnKernel.Weigh(kernel, [1, 1.5], 2, 3, weights);
        Assert.Equal(near, weights[0], 1e-12);
        Assert.Equal(far, weights[1], 1e-12);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.0625, -1.5341205443525463)]
    [InlineData(1e-10, -6.361340902404056)]
    public void The_normal_quantile_is_that_of_R(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 1e-13);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(2.7)]
    public void The_search_finds_the_nearest_of_all(double power)
    {
        var random = new System.Random(5);
        var (count, columns) = (700, 4);
        double[] cases = [.. Enumerable.Range(0, count * columns).Select(_ => random.NextDouble())];
        var groups = new CaseGroups(cases, count, columns, power, new RunContext());
        var search = new NeighbourSearch(groups, power, 9);
        for (var t = 0; t < 50; t++)
        {
            double[] point = [.. Enumerable.Range(0, columns).Select(_ => random.NextDouble())];
            double Distance(int i) => Math.Pow(Enumerable.Range(0, columns).Sum(c => Math.Pow(Math.Abs(point[c] - cases[i * columns + c]), power)), 1 / power);
            var expected = Enumerable.Range(0, count).OrderBy(Distance).Take(9).ToArray();
            search.Start();
            search.Scan(point, 0, 30);
            search.Scan(point, 30, groups.Count);
            search.Finish();
            Assert.Equal(expected, search.Cases.ToArray());
            Assert.All(expected.Zip(search.Distances), p => Assert.Equal(Distance(p.First), p.Second, 1e-12));
        }
    }

    [Fact]
    public void A_factor_counts_by_its_levels_and_an_unknown_level_by_none()
    {
        var encoding = OneHotEncoding.Learn([new DoubleColumn("x", new double[] { 1, 2 }), new FactorColumn("g", new[] { 0, 1 }, ["a", "b"])], new RunContext());
        Assert.Equal(["x", "g_a", "g_b"], encoding.Names);
        var encoded = encoding.Encode([new DoubleColumn("x", new double[] { 5, 6, 7 }), new FactorColumn("g", new[] { 1, 0, FactorColumn.Missing }, ["z", "b"])], new RunContext());
        Assert.Equal([5, 6, 7, 0, 0, 0, 1, 0, 0], encoded.Values);
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        var random = new System.Random(8);
        double[] Draw() => [.. Enumerable.Range(0, 900).Select(_ => Math.Round(random.NextDouble(), 1))];
        var data = new SupervisedData([new DoubleColumn("a", Draw()), new DoubleColumn("b", Draw())], new DoubleColumn("y", Draw()));
        double[] Predict(int threads)
        {
            var context = new RunContext(threads: threads);
            return new KnnLearner(new KnnParameters()).Fit(data, context).Predict(data.Features, context).Values.Values;
        }
        Assert.Equal(Predict(1), Predict(7));
    }

    [Fact]
    public void Refuses_weights_inverse_frequencies_and_as_many_neighbours_as_cases()
    {
        var x = new DoubleColumn("x", new double[] { 1, 2, 3 });
        Assert.StartsWith("Case weights", Refusal(new KnnParameters { K = 1 }, new SupervisedData([x], x, new double[] { 1, 1, 1 })), StringComparison.Ordinal);
        Assert.StartsWith("Inverse Frequency", Refusal(new KnnParameters { Ifw = true }, new SupervisedData([x], x)), StringComparison.Ordinal);
        Assert.Equal("`k` must be less than the number of training cases (3); got 3.", Refusal(new KnnParameters { K = 3 }, new SupervisedData([x], x)));
    }

    static string Refusal(KnnParameters parameters, SupervisedData data) =>
        Assert.Throws<LearningException>(() => new KnnLearner(parameters).Fit(data, new RunContext())).Message;
}
