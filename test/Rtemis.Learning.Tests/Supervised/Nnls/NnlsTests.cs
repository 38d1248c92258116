using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Nnls;

namespace Rtemis.Learning.Tests.Supervised.Nnls;

/// <summary>What defines the solution: no coefficient below 0, and none that could grow with gain.</summary>
public class NnlsTests
{
    const double Tolerance = 1e-9;

    [Theory]
    [InlineData(50, 3, 1)]
    [InlineData(200, 12, 2)]
    [InlineData(30, 30, 3)]
    public void The_solution_meets_the_conditions_of_Karush_Kuhn_and_Tucker(int rows, int columns, int seed)
    {
        var (features, outcome) = Cases(rows, columns, seed);
        var coefficients = Coefficients(new SupervisedData(features, outcome));
        var rest = Rest(features, outcome, coefficients);
        for (var c = 0; c < columns; c++)
        {
            var slope = features[c].Values.ToArray().Zip(rest, (a, b) => a * b).Sum();
            Assert.True(coefficients[c] >= 0, $"Coefficient {c} is {coefficients[c]}.");
            if (coefficients[c] > 0) Assert.Equal(0, slope, Tolerance * rows);
            else Assert.True(slope <= Tolerance * rows, $"Coefficient {c} is 0 although its growth helps: {slope}.");
        }
    }

    [Fact]
    public void A_whole_weight_counts_as_repetition()
    {
        var (features, outcome) = Cases(40, 5, 7);
        double[] weights = [.. Enumerable.Range(0, 40).Select(i => i % 3 + 1.0)];
        int[] repeated = [.. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat(i, (int)weights[i]))];
        var weighted = Coefficients(new SupervisedData(features, outcome, weights));
        var twice = Coefficients(new SupervisedData(features, outcome).SelectRows(repeated));
        Assert.All(weighted.Zip(twice), p => Assert.Equal(p.Second, p.First, Tolerance));
    }

    [Fact]
    public void A_column_twice_shares_its_coefficient_and_predicts_the_same()
    {
        var (features, outcome) = Cases(40, 3, 9);
        var once = Coefficients(new SupervisedData(features, outcome));
        var twice = Coefficients(new SupervisedData([.. features, features[0].Rename("again")], outcome));
        Assert.Equal(once[0], twice[0] + twice[3], Tolerance);
    }

    [Fact]
    public void Normalized_coefficients_sum_to_1()
    {
        var (features, outcome) = Cases(60, 6, 11);
        var model = new NnlsLearner(new NnlsParameters()).Fit(new SupervisedData(features, outcome), new RunContext());
        Assert.Equal(1, model.Importance!.Measures[0].Values.Sum(), Tolerance);
    }

    [Fact]
    public void Names_the_features_that_are_no_numbers()
    {
        var data = new SupervisedData([new FactorColumn("supp", new[] { 0, 1 }, ["a", "b"])], new DoubleColumn("y", new double[] { 1, 2 }));
        var refusal = Assert.Throws<LearningException>(() => new NnlsLearner(new NnlsParameters()).Fit(data, new RunContext()));
        Assert.Equal("NNLS requires numeric predictors; these are not: supp.", refusal.Message);
    }

    static double[] Coefficients(SupervisedData data) =>
        [.. new NnlsLearner(new NnlsParameters { Normalize = false }).Fit(data, new RunContext()).Importance!.Measures[0].Values];

    static double[] Rest(DoubleColumn[] features, DoubleColumn outcome, double[] coefficients) =>
        [.. Enumerable.Range(0, outcome.Length).Select(i => outcome.Values.Span[i] - features.Select((f, c) => coefficients[c] * f.Values.Span[i]).Sum())];

    static (DoubleColumn[] Features, DoubleColumn Outcome) Cases(int rows, int columns, int seed)
    {
        var random = new System.Random(seed);
        double[] Draw() => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 2 - 1)];
        DoubleColumn[] features = [.. Enumerable.Range(0, columns).Select(c => new DoubleColumn($"x{c}", Draw()))];
        var noise = Draw();
        var outcome = noise.Select((n, i) => n + features.Select((f, c) => (c % 2 == 0 ? 1 : -1) * f.Values.Span[i]).Sum()).ToArray();
        return (features, new DoubleColumn("y", outcome));
    }
}
