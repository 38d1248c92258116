using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Mars;

namespace Rtemis.Learning.Tests.Supervised.Mars;

/// <summary>The best subsets against a look at all of them.</summary>
public class SubsetSearchTests
{
    const double Tolerance = 1e-10;
    const int Terms = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_exhaustive_search_finds_the_best_subset_of_each_size(int seed)
    {
        var regression = Regression(seed);
        var record = Search(regression, s => s.Exhaustive());
        for (var size = 1; size <= Terms; size++)
        {
            var best = Subsets(size).Min(subset => Rss(regression, subset));
            Assert.Equal(best, record.Rss(size), Tolerance);
            Assert.Equal(best, Rss(regression, record.Terms(size)), Tolerance);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Other_searches_record_subsets_with_what_they_leave(int seed)
    {
        var regression = Regression(seed);
        foreach (var search in (Action<SubsetSearch>[])[s => s.Backward(), s => s.Deletion(), s => s.Forward(), s => s.Replacement()])
        {
            var record = Search(regression, search);
            for (var size = 1; size <= Terms; size++)
            {
                Assert.Equal(size, record.Terms(size).Distinct().Count());
                Assert.Contains(0, record.Terms(size));
                Assert.Equal(Rss(regression, record.Terms(size)), record.Rss(size), Tolerance);
            }
        }
    }

    static SubsetRecord Search(TermRegression regression, Action<SubsetSearch> search)
    {
        var reduction = new OrderedReduction(regression);
        var record = new SubsetRecord(reduction, Terms);
        search(new SubsetSearch(reduction, record, new RunContext()));
        return record;
    }

    static TermRegression Regression(int seed)
    {
        var random = new System.Random(seed);
        var (factor, response) = (new Matrix(Terms, Terms), new Matrix(Terms, 1));
        for (var c = 0; c < Terms; c++)
        {
            for (var r = 0; r <= c; r++) factor[r, c] = random.NextDouble() - 0.3;
            response[c, 0] = random.NextDouble() - 0.5;
        }
        return new TermRegression(factor, response, 0.25);
    }

    // The intercept is in all of them.
    static IEnumerable<int[]> Subsets(int size) => Enumerable.Range(0, 1 << (Terms - 1))
        .Select(bits => (int[])[0, .. Enumerable.Range(1, Terms - 1).Where(t => (bits >> (t - 1) & 1) == 1)]).Where(s => s.Length == size);

    static double Rss(TermRegression regression, int[] subset)
    {
        double[][] columns = [.. subset.Select(c => regression.Factor.Column(c).ToArray())];
        var rest = regression.Responses.Column(0).ToArray();
        var basis = new List<double[]>();
        foreach (var column in columns)
        {
            for (var pass = 0; pass < 2; pass++)
                foreach (var other in basis) Remove(column, other);
            var length = Math.Sqrt(column.Sum(v => v * v));
            basis.Add(Array.ConvertAll(column, v => v / length));
        }
        foreach (var column in basis) Remove(rest, column);
        return regression.Rest + rest.Sum(v => v * v);
    }

    static void Remove(double[] from, double[] unit)
    {
        var share = from.Zip(unit, (a, b) => a * b).Sum();
        for (var i = 0; i < from.Length; i++) from[i] -= share * unit[i];
    }
}
