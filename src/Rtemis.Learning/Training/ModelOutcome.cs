using MemoryPack;
using Rtemis.Data;

namespace Rtemis.Learning.Training;

/// <summary>What a model predicts.</summary>
/// <param name="Name">The name of the column that it learned from.</param>
/// <param name="Levels">The classes in order, of two the positive one last; null where it is a number.</param>
[MemoryPackable]
public sealed partial record ModelOutcome(string Name, IReadOnlyList<string>? Levels)
{
    /// <summary>What a column is as an outcome.</summary>
    internal static ModelOutcome Of(Column column) => new(column.Name, (column as FactorColumn)?.Levels);
}
