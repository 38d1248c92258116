using System.Globalization;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The sentences on what was done to features before a learner saw them.</summary>
static class PreparationSentence
{
    static readonly (string Step, string[] Options)[] Steps =
    [
        ("complete-case filtering", ["complete_cases"]),
        ("high-missingness feature removal", ["remove_features_thres"]),
        ("high-missingness case removal", ["remove_cases_thres"]),
        ("imputation", ["impute"]),
        ("type conversion",
            ["integer2factor", "integer2numeric", "logical2factor", "logical2numeric", "numeric2factor", "character2factor", "factor2integer"]),
        ("centering", ["center"]),
        ("scaling", ["scale"]),
        ("constant-feature removal", ["remove_constants"]),
        ("duplicate removal", ["remove_duplicates"]),
        ("manual feature removal", ["remove_features"]),
        ("one-hot encoding", ["one_hot"]),
        ("date feature extraction", ["add_date_features"]),
    ];

    /// <summary>The sentence on preprocessing, with a space before it.</summary>
    public static string Of(PreprocessorConfig config)
    {
        var done = Steps.Where(s => s.Options.Any(o => config.Values[o] is not (ParameterValue.None or ParameterValue.Logical { Value: false }))).ToList();
        return done.Count == 0 ? " Preprocessing was applied." : $" Preprocessing was applied ({string.Join(", ", done.Select(s => s.Step))}).";
    }

    /// <summary>The sentence on a decomposition, with a space before it.</summary>
    public static string Of(DecompositionStep step, int features)
    {
        var kept = step.Config.Set.Specs.Any(s => s.Name == "k") && step.Config.IntegerOrNull("k") is { } k
            ? $" to {k.ToString(CultureInfo.InvariantCulture)} component{(k == 1 ? "" : "s")}"
            : "";
        return $" Decomposition was performed using {step.Algorithm.Name}, reducing {features} numeric feature{(features == 1 ? "" : "s")}{kept}.";
    }
}
