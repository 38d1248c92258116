using System.Runtime.Intrinsics;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>
/// The steps of a point towards a neighbour and away from points drawn at random, computed side by side. The likelihood that points at a distance d
/// of the layout are neighbours is 1 / (1 + a d^2b). Source: McInnes et al. 2018, section 4.2.
/// </summary>
static class LayoutForces
{
    /// <summary>How many pairs are computed at a time: the first attracts, the others repel.</summary>
    public const int Lanes = 8;

    // The curve nearest to exp(-(d - 0.01)), 1 below 0.01, at 300 places from 0 to 3: spread 1 and least distance 0.01, which rtemis leaves as they are.
    const float A = 1.8956058666546780f;
    const float B = 0.8006378441909646f;

    const float LargestStep = 4;
    const float LeastSquare = 1.1920929e-7f;
    const float Softening = 0.001f;

    /// <summary>
    /// Turns differences between the point and others into the step that each makes it take, at a rate of 1.
    /// </summary>
    /// <param name="differences">For each dimension of the layout, one of each pair; replaced.</param>
    public static void Steps(Span<float> differences)
    {
        var square = Vector256<float>.Zero;
        for (var d = 0; d < differences.Length; d += Lanes)
        {
            var difference = Vector256.Create<float>(differences.Slice(d, Lanes));
            square += difference * difference;
        }
        var first = Vector256.CreateScalar(1f);
        var isFirst = Vector256.GreaterThan(first, Vector256<float>.Zero);
        square = Vector256.ConditionalSelect(isFirst, Vector256.Max(square, Vector256.Create(LeastSquare)), square);
        // The power of 0 is 0; its logarithm would not be finite.
        var power = Vector256.Exp(Vector256.Create(B) * Vector256.Log(Vector256.Max(square, Vector256.Create(float.Epsilon * (1 << 23)))));
        var numerator = Vector256.ConditionalSelect(isFirst, Vector256.Create(-2 * A * B) * power, Vector256.Create(2 * B));
        var softened = square + Vector256.ConditionalSelect(isFirst, Vector256<float>.Zero, Vector256.Create(Softening));
        var coefficient = numerator / (softened * (Vector256.Create(A) * power + Vector256<float>.One));
        var (most, least) = (Vector256.Create(LargestStep), Vector256.Create(-LargestStep));
        for (var d = 0; d < differences.Length; d += Lanes)
        {
            var step = coefficient * Vector256.Create<float>(differences.Slice(d, Lanes));
            Vector256.Min(Vector256.Max(step, least), most).CopyTo(differences[d..]);
        }
    }
}
