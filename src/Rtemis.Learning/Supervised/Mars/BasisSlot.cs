namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// A place for a term while terms are added. Each step takes two, for a hinge and its mirror image; the second one may stay out of use.
/// </summary>
/// <param name="Term">The term.</param>
/// <param name="Values">Its values for the cases, times the roots of their weights where they have any.</param>
/// <param name="Used">Whether it is in the model.</param>
sealed record BasisSlot(MarsTerm Term, double[] Values, bool Used)
{
    /// <summary>How many cases it is above 0 for.</summary>
    public int Active { get; } = Values.Count(v => v > 0);
}
