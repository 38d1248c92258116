namespace Rtemis.Cli.Commands;

/// <summary>Names of columns with commas, the option given once or several times.</summary>
static class ColumnList
{
    /// <summary>The names, or null where none were given.</summary>
    public static string[]? Parse(string[]? given) =>
        given is { Length: > 0 } ? [.. given.SelectMany(g => g.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] : null;
}
