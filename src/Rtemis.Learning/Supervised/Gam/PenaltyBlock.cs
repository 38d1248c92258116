namespace Rtemis.Learning.Supervised.Gam;

/// <summary>Neighbouring coefficients whose sum of squares is a curve's roughness.</summary>
/// <param name="Start">The first of them.</param>
/// <param name="Length">How many.</param>
readonly record struct PenaltyBlock(int Start, int Length)
{
    /// <summary>The block's part of a vector with an item a coefficient.</summary>
    public ReadOnlySpan<double> Of(ReadOnlySpan<double> vector) => vector.Slice(Start, Length);
}
