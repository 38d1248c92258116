namespace Rtemis.Data.RData;

/// <summary>The types' names, as R's <c>typeof</c> has them.</summary>
static class TypeNames
{
    public static string Of(ItemType code) => code switch
    {
        ItemType.Null or ItemType.NullValue => "NULL",
        ItemType.Symbol or ItemType.MissingArgument or ItemType.UnboundValue => "symbol",
        ItemType.Pairlist or ItemType.AttributedPairlist => "pairlist",
        ItemType.Language or ItemType.AttributedLanguage => "language",
        ItemType.Environment or ItemType.GlobalEnvironment or ItemType.BaseEnvironment or ItemType.EmptyEnvironment or ItemType.Package
            or ItemType.Namespace or ItemType.BaseNamespace or ItemType.Persistent => "environment",
        ItemType.String => "char",
        ItemType.Dots => "...",
        ItemType.ExternalPointer => "externalptr",
        ItemType.WeakReference => "weakref",
        ItemType.S4 => "S4",
        ItemType.Closure or ItemType.Promise or ItemType.Special or ItemType.Builtin or ItemType.Logical or ItemType.Integer or ItemType.Double
            or ItemType.Complex or ItemType.Character or ItemType.List or ItemType.Expression or ItemType.Bytecode or ItemType.Raw
            => code.ToString().ToLowerInvariant(),
        _ => $"type {(int)code}",
    };
}
