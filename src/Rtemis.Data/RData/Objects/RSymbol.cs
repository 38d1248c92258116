using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>A symbol.</summary>
/// <param name="name">Its name.</param>
public sealed class RSymbol(string name) : RObject
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    internal override ItemType Code => ItemType.Symbol;
}
