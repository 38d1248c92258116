using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>Texts; null is a missing one. R's texts hold no NUL: one in a text is written as U+FFFD, as a lone surrogate is.</summary>
/// <param name="values">The texts.</param>
public sealed class RCharacter(ReadOnlyMemory<string?> values) : RObject
{
    /// <summary>One text.</summary>
    public RCharacter(string value) : this(new[] { value })
    {
    }

    /// <summary>The number of elements.</summary>
    public int Length => Values.Length;

    /// <summary>The texts.</summary>
    public ReadOnlyMemory<string?> Values { get; } = values;

    internal override ItemType Code => ItemType.Character;
}
