namespace Rtemis.Data;

/// <summary>An attribute of an <see cref="RObject"/>.</summary>
/// <param name="Name">Its name, e.g. <c>names</c>, <c>class</c>, <c>dim</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record RAttributeValue(string Name, RObject Value);
