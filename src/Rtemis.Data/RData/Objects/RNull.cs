using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>R's <c>NULL</c>.</summary>
public sealed class RNull : RObject
{
    RNull()
    {
    }

    /// <summary>The only one.</summary>
    public static RNull Instance { get; } = new();

    internal override ItemType Code => ItemType.Null;
}
