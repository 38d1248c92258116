using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Preprocessing;

/// <summary>The options of preprocessing.</summary>
public static class PreprocessorParameters
{
    internal const string MissRanger = "missRanger";
    internal const string MicePmm = "micePMM";
    internal const string MeanMode = "meanMode";

    // R takes a single break for a number of intervals: it is refused beyond this too.
    internal const int MostIntervals = 1_000_000;

    const string NoEffect = "Has no effect in a training run, whose features are numbers and factors.";

    static readonly ParameterSpec[] UpToDuplicates =
    [
        Flag("complete_cases", "Refused in a training run: it removes cases."),
        Share("remove_features_thres", "Removes features that miss at least this share of their values."),
        Share("remove_cases_thres", "Refused in a training run: it removes cases."),
        Flag("missingness", "Adds a 0/1 factor, NAME_missing, for each feature with missing values."),
        Flag("impute", "Fills missing values."),
        ParameterSpec.Text("impute_type", MissRanger, MissRanger, MicePmm, MeanMode) with
        {
            Help = "How missing values are filled: from similar cases, by random forests (missRanger) or linear regressions (micePMM); or with one value a feature.",
        },
        new ParameterSpec
        {
            Name = "impute_missRanger_params",
            Kind = ParameterKind.List,
            Default = new ParameterValue.Map(
            [
                new("pmm.k", new ParameterValue.Number(3)), new("maxiter", new ParameterValue.Number(10)), new("num.trees", new ParameterValue.Number(500)),
            ]),
            Help = "Of these pmm.k is used: the number of similar cases that missRanger draws a value from; 0 takes its predictions as they are.",
        },
        ParameterSpec.Text("impute_discrete", "get_mode", "get_mode") with
        {
            Help = "What meanMode fills factors and whole numbers with: the most frequent value; of several, the one that appears last.",
        },
        ParameterSpec.Text("impute_continuous", "mean", [.. NamedAggregate.Names]) with { Help = "What meanMode fills other numbers with." },
        Flag("integer2factor", "Turns whole numbers into factors."),
        Flag("integer2numeric", "Turns whole numbers into doubles."),
        Flag("logical2factor", NoEffect),
        Flag("logical2numeric", NoEffect),
        Flag("numeric2factor", "Turns numbers into factors."),
        ParameterSpec.Text("numeric2factor_levels", null) with { Vector = true, Help = "The levels of those factors; the numbers that occur where unset." },
        Count("numeric_cut_n", "Puts numbers into this many intervals of equal width; 0 leaves them."),
        Flag("numeric_cut_labels", "Must stay off: the intervals are named by their numbers."),
        Count("numeric_quant_n", "Puts numbers into the intervals between this many quantiles; 0 leaves them."),
        Flag("numeric_quant_NAonly", "Does so only for features with missing values."),
        Count("unique_len2factor", "Turns numbers with at most this many distinct values into factors; below 2 leaves them."),
        Flag("character2factor", NoEffect),
        Flag("factorNA2missing", "Gives the missing values of factors a level of their own."),
        ParameterSpec.Text("factorNA2missing_level", "missing") with { Help = "The name of that level." },
        Flag("factor2integer", "Turns factors into the positions of their levels."),
        ParameterSpec.Logical("factor2integer_startat0", true) with { Help = "Counts those positions from 0." },
        Learned("factor2integer_levels", "The levels of each factor; those of the data where unset."),
        Flag("scale", "Divides numbers by their standard deviation."),
        Flag("center", "Takes the mean off numbers; as scale where it is not given."),
        Learned("scale_centers", "What is taken off each feature; its mean where unset."),
        Learned("scale_coefficients", "What each feature is divided by; its standard deviation where unset."),
        Flag("remove_constants", "Removes features that have one value."),
        ParameterSpec.Logical("remove_constants_skip_missing", true) with { Help = "Passes over missing values there." },
    ];

    static readonly ParameterSpec Duplicates = Flag("remove_duplicates", "Refused in a training run: it removes cases.");

    static readonly ParameterSpec Features = ParameterSpec.Text("remove_features", null) with { Vector = true, Help = "Features to remove." };

    static readonly ParameterSpec DateFeatures = new()
    {
        Name = "date_features",
        Kind = ParameterKind.Text,
        Vector = true,
        Default = Texts("weekday", "month", "year"),
        Choices = ["weekday", "month", "year"],
        Help = NoEffect,
    };

    static readonly ParameterSpec Holidays = new()
    {
        Name = "holidays",
        Kind = ParameterKind.Text,
        Vector = true,
        Default = Texts("USLaborDay", "NewYearsDay", "ChristmasDay"),
        Help = NoEffect,
    };

    static readonly ParameterSpec[] Encoding =
    [
        Flag("one_hot", "Puts a 0/1 column for each level in the place of a factor."),
        Learned("one_hot_levels", "The levels of each factor; those of the data where unset."),
        Flag("add_date_features", NoEffect),
    ];

    static readonly ParameterSpec HolidayFlag = Flag("add_holidays", NoEffect);

    static readonly ParameterSpec Exclude = ParameterSpec.Integer("exclude", null) with
    {
        Vector = true,
        Minimum = 1,
        Help = "Positions of features, counted from 1, that are left as they are and put last.",
    };

    /// <summary>All options, in the order of rtemis's documents.</summary>
    public static ParameterSet Set { get; } = new("PreprocessorConfig", null,
        [.. UpToDuplicates, Duplicates, Features, .. Encoding, DateFeatures, HolidayFlag, Holidays, Exclude]);

    /// <summary>
    /// The options as <c>preprocessor.describe</c> lists them: in the order of rtemis's setup function. Nothing is bound to it.
    /// </summary>
    public static ParameterSet Described { get; } = new(Set.ClassName, null,
    [
        .. UpToDuplicates.Where(s => s.Name != "impute_missRanger_params"), Features, Duplicates, .. Encoding,
        DateFeatures with { Default = new ParameterValue.Text("weekday") }, HolidayFlag,
        Holidays with { Default = new ParameterValue.Text("USLaborDay"), Choices = ["USLaborDay", "NewYearsDay", "ChristmasDay"] }, Exclude,
    ]);

    static ParameterSpec Flag(string name, string help) => ParameterSpec.Logical(name, false) with { Help = help };

    static ParameterSpec Count(string name, string help) => ParameterSpec.Integer(name, 0) with { Minimum = 0, Maximum = MostIntervals, Help = help };

    static ParameterSpec Share(string name, string help) =>
        ParameterSpec.Number(name, null) with { Minimum = 0, MinimumExclusive = true, Maximum = 1, Help = help };

    static ParameterSpec Learned(string name, string help) =>
        new() { Name = name, Kind = ParameterKind.List, Default = ParameterValue.Null, Nullable = true, Help = help };

    static ParameterValue.Vector Texts(params string[] texts) => new([.. texts.Select(t => new ParameterValue.Text(t))]);
}
