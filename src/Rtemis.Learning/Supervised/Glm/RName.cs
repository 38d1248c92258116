namespace Rtemis.Learning.Supervised.Glm;

/// <summary>Names as R's formulas show them.</summary>
static class RName
{
    static readonly HashSet<string> Reserved =
    [
        "if", "else", "repeat", "while", "function", "for", "next", "break", "in", "TRUE", "FALSE", "NULL", "Inf", "NaN", "NA",
        "NA_integer_", "NA_real_", "NA_character_", "NA_complex_",
    ];

    /// <summary>The name itself, in backticks where R could not read it otherwise.</summary>
    public static string InFormula(string name) => IsSyntactic(name) ? name : $"`{Escape(name)}`";

    static string Escape(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);

    static bool IsSyntactic(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '.' && !(name.Length > 1 && char.IsDigit(name[1]))) &&
        name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_') && !Reserved.Contains(name);
}
