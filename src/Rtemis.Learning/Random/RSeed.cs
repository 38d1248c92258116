namespace Rtemis.Learning.Random;

/// <summary>
/// The numbers that R's <c>set.seed</c> fills a generator's state with: a linear congruential sequence, of which the first fifty are passed over.
/// Source: the R documentation of <c>Random</c>.
/// </summary>
struct RSeed
{
    uint _value;

    /// <summary>The sequence for a seed.</summary>
    public RSeed(uint seed)
    {
        _value = seed;
        for (var i = 0; i < 50; i++) Next();
    }

    /// <summary>The next number.</summary>
    public uint Next() => _value = unchecked(69069 * _value + 1);
}
