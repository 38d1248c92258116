using MemoryPack;

namespace Rtemis.Learning.Supervised;

/// <summary>How much each variable matters to a model, by one or more measures.</summary>
/// <param name="Variables">The variables, in the order in which rtemis lists them.</param>
/// <param name="Measures">Name and values of each measure, one value a variable; NaN where undefined.</param>
[MemoryPackable]
public sealed partial record VariableImportance(IReadOnlyList<string> Variables, IReadOnlyList<ImportanceMeasure> Measures);

/// <summary>One measure of importance.</summary>
/// <param name="Name">The column's name in rtemis, e.g. <c>importance</c> or <c>Coefficient</c>.</param>
/// <param name="Values">One value a variable.</param>
[MemoryPackable]
public sealed partial record ImportanceMeasure(string Name, IReadOnlyList<double> Values);
