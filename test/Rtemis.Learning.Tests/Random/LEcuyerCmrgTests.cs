using Rtemis.Learning.Random;

namespace Rtemis.Learning.Tests.Random;

/// <summary>Expected numbers are those of R 4.2.2 with RNGkind("L'Ecuyer-CMRG", "Inversion", "Rejection").</summary>
public class LEcuyerCmrgTests
{
    [Fact]
    public void A_seed_gives_the_state_of_set_seed() =>
        Assert.Equal([995019129, 1204517606, 1310005295, -1320304476, -1364224171, 1688240146], new LEcuyerCmrg(2026).State);

    [Theory]
    [InlineData(2026, 0.19510944177926612, 0.091413723540970715, 0.90701912265736095)]
    [InlineData(42, 0.17384558454153168, 0.5547400967650908, 0.48337712221370116)]
    public void Uniform_numbers_are_those_of_runif(uint seed, double first, double second, double third)
    {
        var random = new LEcuyerCmrg(seed);
        Assert.Equal([first, second, third], [random.NextUniform(), random.NextUniform(), random.NextUniform()]);
    }

    [Fact]
    public void Orders_are_those_of_sample()
    {
        var random = new LEcuyerCmrg(2026);
        Assert.Equal([3, 7, 10, 4, 1, 8, 2, 9, 6, 5], FromOne(random.SampleWithoutReplacement(10, 10)));
        Assert.Equal([7, 2, 4, 5, 8, 3, 10, 6, 1, 9], FromOne(random.SampleWithoutReplacement(10, 10)));
        Assert.Equal([2, 4, 7, 9, 8, 6, 1, 5, 3, 10], FromOne(new LEcuyerCmrg(42).SampleWithoutReplacement(10, 10)));
    }

    [Fact]
    public void Draws_with_replacement_are_those_of_sample() =>
        Assert.Equal([3, 7, 3, 1, 3, 6, 5, 7, 2, 8], FromOne(new LEcuyerCmrg(2026).SampleWithReplacement(10, 10)));

    [Fact]
    public void A_large_range_takes_two_uniform_numbers() => Assert.Equal(837949287 - 1, new LEcuyerCmrg(2026).NextIndex(int.MaxValue));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(65535, 2)]
    [InlineData(65536, 2)]
    public void A_draw_takes_one_uniform_number_for_each_16_bits_begun(long range, int uniforms)
    {
        var (drawn, counted) = (new LEcuyerCmrg(1), new LEcuyerCmrg(1));
        drawn.NextIndex(range);
        for (var i = 0; i < uniforms; i++) counted.NextUniform();
        Assert.Equal(counted.State, drawn.State);
    }

    [Fact]
    public void Streams_are_those_of_nextRNGStream()
    {
        var first = new LEcuyerCmrg(42);
        Assert.Equal([-2133391687, 507561766, 1260545903, 1362917092, -1772566379, -1344458670], first.State);
        Assert.Equal([-94575036, -24861725, 357812871, 346211554, -1301022835, 440649733], first.NextStream().State);
        first.NextUniform();
        first.NextUniform();
        Assert.Equal([1260545903, 1428141413, 1652992521, -1344458670, 681480349, -729598146], first.State);
    }

    [Fact]
    public void A_copy_draws_the_same_numbers_on_its_own()
    {
        var random = new LEcuyerCmrg(7);
        var copy = random.Copy();
        var first = random.NextUniform();
        Assert.Equal(first, copy.NextUniform());
    }

    static int[] FromOne(int[] positions) => Array.ConvertAll(positions, p => p + 1);
}
