using MemoryPack;
using Rtemis.Data;

namespace Rtemis.Learning.Training;

/// <summary>What a model expects of a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFactor">Whether it is a factor; else it holds numbers.</param>
[MemoryPackable]
public sealed partial record ModelFeature(string Name, bool IsFactor)
{
    /// <summary>What a column is.</summary>
    internal static ModelFeature Of(Column column) => new(column.Name, column is FactorColumn);
}
