using System.Numerics.Tensors;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Numerics;

public class LeadingRightVectorsTests
{
    static readonly RunContext Context = new(threads: 2);

    // Within 1e-9 of the whole decomposition; up to sign.
    [Theory]
    [InlineData(700, 520)]
    [InlineData(520, 700)]
    public void TheFirstAreThoseOfTheWholeDecomposition(int rows, int columns)
    {
        var source = Scaled(rows, columns);
        var leading = LeadingRightVectors.Find(source, 3, Context)!;
        var whole = RightVectors.Of(source, _ => 3, Context);
        for (var c = 0; c < 3; c++)
        {
            Assert.Equal(whole.Values[c], leading.Values[c], 1e-9 * whole.Values[0]);
            Assert.Equal(1, Math.Abs(TensorPrimitives.Dot<double>(whole.Vectors.Column(c), leading.Vectors.Column(c))), 1e-9);
            Assert.True(TensorPrimitives.MaxMagnitude<double>(leading.Vectors.Column(c)) > 0);
        }
    }

    [Fact]
    public void SmallMatricesAndManyVectorsAreLeftToTheWholeDecomposition()
    {
        Assert.Null(LeadingRightVectors.Find(Scaled(600, 400), 3, Context));
        Assert.Null(LeadingRightVectors.Find(Scaled(510, 510), 60, Context));
    }

    [Fact]
    public void DirectionsWithoutSizeAreLeftToTheWholeDecomposition()
    {
        var column = Frames.Normal(510, 1, seed: 1)[0];
        var same = Frames.Of([.. Enumerable.Repeat(column, 510)]);
        Assert.Null(LeadingRightVectors.Find(new PcaScaling(same, null, null), 2, Context));
    }

    // A few directions stand out, as in data that has any.
    static PcaScaling Scaled(int rows, int columns)
    {
        var (noise, factors, weights) = (Frames.Normal(rows, columns, seed: 1), Frames.Normal(rows, 5, seed: 2), Frames.Normal(5, columns, seed: 3));
        for (var j = 0; j < columns; j++)
            for (var i = 0; i < rows; i++)
                for (var f = 0; f < 5; f++) noise[j][i] += factors[f][i] * weights[j][f] * (f + 1);
        return new PcaScaling(Frames.Of(noise), null, null);
    }
}
