namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>Values of all cases but one, without a gap.</summary>
static class OtherCases
{
    /// <summary>Leaves one value out.</summary>
    public static void Take(ReadOnlySpan<double> all, int left, Span<double> others)
    {
        all[..left].CopyTo(others);
        all[(left + 1)..].CopyTo(others[left..]);
    }

    /// <summary>Puts the values back to their places; the one left out becomes 0.</summary>
    public static void Spread(ReadOnlySpan<double> others, int left, Span<double> all)
    {
        others[..left].CopyTo(all);
        all[left] = 0;
        others[left..].CopyTo(all[(left + 1)..]);
    }
}
