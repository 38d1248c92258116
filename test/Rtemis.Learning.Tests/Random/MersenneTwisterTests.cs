using Rtemis.Learning.Random;

namespace Rtemis.Learning.Tests.Random;

/// <summary>Expected numbers are those of a plain session of R 4.2.2.</summary>
public class MersenneTwisterTests
{
    [Fact]
    public void Uniform_numbers_are_those_of_runif()
    {
        var random = new MersenneTwister(2026);
        Assert.Equal([0.69867347087711096, 0.55653050588443875, 0.14013995765708387], [random.NextUniform(), random.NextUniform(), random.NextUniform()]);
        // Across the end of the state, and of a state made anew.
        var more = Enumerable.Range(0, 2000).Select(_ => random.NextUniform()).ToArray();
        Assert.Equal([0.35193271841853857, 0.67723057721741498, 0.99011165136471391, 0.81604019505903125], [more[619], more[620], more[1996], more[1999]]);
    }

    [Fact]
    public void A_seed_may_be_negative_in_R()
    {
        var random = new MersenneTwister(unchecked((uint)-5));
        Assert.Equal([0.73459476791322231, 0.33969277143478394], [random.NextUniform(), random.NextUniform()]);
    }

    [Fact]
    public void Draws_are_those_of_sample()
    {
        Assert.Equal([9, 1, 6, 5, 3, 4, 7, 10, 8, 2], FromOne(new MersenneTwister(2026).SampleWithoutReplacement(10, 10)));
        Assert.Equal([9, 1, 6, 4, 5, 10, 2, 8, 3, 1], FromOne(new MersenneTwister(2026).SampleWithReplacement(10, 10)));
        Assert.Equal([24388, 59521, 58877], FromOne(new MersenneTwister(1).SampleWithoutReplacement(65536, 3)));
        Assert.Equal([24388, 59521, 43307], FromOne(new MersenneTwister(1).SampleWithoutReplacement(70000, 3)));
        Assert.Equal(853315193 - 1, new MersenneTwister(2026).NextIndex(int.MaxValue));
    }

    static int[] FromOne(int[] positions) => Array.ConvertAll(positions, p => p + 1);
}
