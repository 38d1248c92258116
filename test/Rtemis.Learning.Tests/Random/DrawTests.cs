using System.Text.Json;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Random;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Random;

/// <summary>Draws number by number against those of R 4.2.2, from both of its generators. A summary is the sum, the largest and the smallest.</summary>
public sealed class DrawTests
{
    // The last bits of logarithms and powers are the machine's.
    const double Tolerance = 1e-13;

    static readonly JsonElement Recorded = GoldenData.Read("Random", "draws");

    public static TheoryData<string> Generators => [nameof(LEcuyerCmrg), nameof(MersenneTwister)];

    [Theory]
    [MemberData(nameof(Generators))]
    public void NormalNumbersAreThoseOfRnorm(string generator) => Matches(generator, "normal", 100_000, r => r.NextNormal());

    [Theory]
    [MemberData(nameof(Generators))]
    public void ExponentialNumbersAreThoseOfRexp(string generator) => Matches(generator, "exponential", 100_000, r => r.NextExponential());

    [Theory]
    [MemberData(nameof(Generators))]
    public void GammaNumbersAreThoseOfRgamma(string generator)
    {
        Matches(generator, "gamma_0.3", 20_000, r => r.NextGamma(0.3));
        Matches(generator, "gamma_1", 20_000, r => r.NextGamma(1));
        Matches(generator, "gamma_1.7", 20_000, r => r.NextGamma(1.7));
        Matches(generator, "gamma_5", 20_000, r => r.NextGamma(5));
        Matches(generator, "gamma_20", 20_000, r => r.NextGamma(20));
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void DrawsOfSeveralKindsFollowEachOther(string generator)
    {
        var random = Seeded(generator, 2026);
        Close(generator, "chi_squared_143", Draw(4, () => random.NextChiSquared(143)));
        Close(generator, "then_gamma_2.5", Draw(3, () => random.NextGamma(2.5)));
        Close(generator, "then_gamma_40", Draw(2, () => random.NextGamma(40)));
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void WeightedDrawsAreThoseOfSample(string generator)
    {
        double[] weights = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
        var random = Seeded(generator, 2026);
        Same(generator, "some_all", random.SampleWithoutReplacement(weights, 10));
        Same(generator, "some_four", random.SampleWithoutReplacement(weights, 4));
        Same(generator, "some_replaced", random.SampleWithReplacement(weights, 12));
        Same(generator, "some_one", random.SampleWithoutReplacement(weights, 1));
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void EqualWeightsAreWalkedInTheOrderOfSample(string generator)
    {
        var even = Weights(10, _ => 1);
        var random = Seeded(generator, 2026);
        Same(generator, "even_all", random.SampleWithoutReplacement(even, 10));
        Same(generator, "even_replaced", random.SampleWithReplacement(even, 12));

        var ties = Weights(25, i => new[] { 2, 1, 2, 1, 3 }[i % 5]);
        random = Seeded(generator, 2026);
        Same(generator, "ties_all", random.SampleWithoutReplacement(ties, 25));
        Same(generator, "ties_replaced", random.SampleWithReplacement(ties, 30));
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void ManyWeightsAreDrawnFromAnAliasTable(string generator)
    {
        var many = Weights(300, i => (i + 1) % 7);
        Same(generator, "many_replaced", Seeded(generator, 2026).SampleWithReplacement(many, 30));
        var draws = Seeded(generator, 5).SampleWithReplacement(many, 20_000);
        Close(generator, "many_summary", [draws.Sum(d => d + 1), draws.Select((d, i) => (d + 1.0) * ((i + 1) % 11)).Sum()]);
        draws = Seeded(generator, 5).SampleWithoutReplacement(Weights(300, i => (i + 1) % 7 + 1), 250);
        Close(generator, "many_without", [.. draws.Take(10).Select(d => d + 1.0), draws.Select((d, i) => (d + 1.0) * (i + 1)).Sum()]);
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void UpToTwoHundredWeightsAreWalked(string generator)
    {
        var random = Seeded(generator, 5);
        Same(generator, "ramp_199", random.SampleWithReplacement(Weights(199, i => i + 1), 10));
        Same(generator, "then_ramp_200", random.SampleWithReplacement(Weights(200, i => i + 1), 10));
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void APositionWithoutWeightIsNeverDrawn(string generator)
    {
        var random = Seeded(generator, 5);
        Same(generator, "zeros_replaced", random.SampleWithReplacement([0, 1, 0, 2], 10));
        Same(generator, "zeros_without", random.SampleWithoutReplacement([0, 1, 0, 2], 2));
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void AFewOfVeryManyAreThoseOfSample(string generator)
    {
        var random = Seeded(generator, 5);
        Same(generator, "huge", random.SampleWithoutReplacement(20_000_000, 8));
        Same(generator, "then_huge_one", random.SampleWithoutReplacement(20_000_000, 1));
        Same(generator, "then_huge_three", random.SampleWithoutReplacement(10_000_001, 3));
        Same(generator, "then_pool_three", random.SampleWithoutReplacement(10_000_000, 3));
        Close(generator, "then_uniform", [random.NextUniform()]);
    }

    [Theory]
    [InlineData(3, 0, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, -1)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity, 1)]
    public void WeightsThatAllowNoDrawAreRefused(int count, double first, double second)
    {
        double[] weights = [first, second];
        var random = new LEcuyerCmrg(1);
        Assert.Throws<ArgumentException>(() => random.SampleWithoutReplacement(weights, count));
        if (count == 1) Assert.Throws<ArgumentException>(() => random.SampleWithReplacement(weights, count));
    }

    static RRandom Seeded(string generator, uint seed) => generator == nameof(LEcuyerCmrg) ? new LEcuyerCmrg(seed) : new MersenneTwister(seed);

    static void Matches(string generator, string kind, int many, Func<RRandom, double> draw)
    {
        var random = Seeded(generator, 2026);
        Close(generator, kind, Draw(Recorded.GetProperty(generator).GetProperty(kind).GetArrayLength(), () => draw(random)));
        random = Seeded(generator, 7);
        var all = Draw(many, () => draw(random));
        Close(generator, kind + "_summary", [CompensatedSum.Mean(all) * many, all.Max(), all.Min()]);
    }

    static double[] Draw(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    static double[] Weights(int count, Func<int, double> weight) => [.. Enumerable.Range(0, count).Select(weight)];

    static double[] Numbers(string generator, string name) => GoldenData.Numbers(Recorded.GetProperty(generator).GetProperty(name));

    static void Same(string generator, string name, int[] drawn) => Assert.Equal(Numbers(generator, name), drawn.Select(d => d + 1.0));

    static void Close(string generator, string name, double[] drawn) =>
        Assert.Equal(Numbers(generator, name), drawn, (a, b) => Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(a)));
}
