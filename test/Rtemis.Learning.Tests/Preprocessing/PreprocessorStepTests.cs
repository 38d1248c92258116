using Rtemis.Data;
using Rtemis.Learning.Running;
using static Rtemis.Learning.Tests.Preprocessing.Features;

namespace Rtemis.Learning.Tests.Preprocessing;

/// <summary>Each step gives what R gave for it.</summary>
public sealed class PreprocessorStepTests
{
    const double Tolerance = 1e-12;

    [Fact]
    public void MissingValuesAreFilledByMeanAndMode()
    {
        var filled = Transform(Mixed, ("impute", true), ("impute_type", "meanMode"));
        Assert.Equal(6.575, Values(filled[1])[1], 1e-12);
        Assert.Equal("b", Labels(filled[2])[2]);
        // A whole number is filled with its mode; of several the one that first appears last.
        Assert.Equal([2, 1, 1, 2, 3, 1], Values(Transform([Whole("x", 2, 1, 1, 2, 3, null)], ("impute", true), ("impute_type", "meanMode"))[0]));
        Assert.Equal(["a", "b", "a", "b", "b"], Labels(Transform([Texts("x", "a", "b", "a", "b", null)], ("impute", true), ("impute_type", "meanMode"))[0]));
    }

    [Theory]
    [InlineData("mean", 3.5)]
    [InlineData("median", 2.5)]
    [InlineData("min", 1)]
    [InlineData("max", 8)]
    public void NumbersAreFilledAsAsked(string function, double expected) => Assert.Equal(
        expected, Values(Transform([Numbers("x", 8, 1, 3, 2, double.NaN)], ("impute", true), ("impute_type", "meanMode"), ("impute_continuous", function))[0])[4]);

    [Fact]
    public void ImputationIsByForestsWhereNothingElseIsAsked()
    {
        var filled = Transform(Mixed, ("impute", true));
        Assert.All(filled, c => Assert.Equal(0, c.MissingCount));
        Assert.Subset(Values(Mixed[1]).ToHashSet(), Values(filled[1]).ToHashSet());
        Assert.Equal(filled.Select(c => c.Type), Mixed.Select(c => c.Type));
    }

    [Fact]
    public void AColumnWithoutAnyValueStaysMissing()
    {
        var filled = Transform([Whole("x", null, null), Numbers("y", 1, 2)], ("impute", true), ("impute_type", "meanMode"));
        Assert.All(Values(filled[0]), v => Assert.Equal(double.NaN, v));
    }

    [Fact]
    public void IndicatorsTellWhatWasMissing()
    {
        var all = Transform(Mixed, ("missingness", true), ("impute", true), ("impute_type", "meanMode"), ("one_hot", true));
        Assert.Equal(
            ["id", "num", "cat_a", "cat_b", "cat_c", "const", "num_missing_0", "num_missing_1", "cat_missing_0", "cat_missing_1"], Names(all));
        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], Values(all[7]));
    }

    [Fact]
    public void MissingFactorValuesGetALevel()
    {
        var all = Transform(Mixed, ("remove_constants", true), ("factorNA2missing", true), ("one_hot", true));
        Assert.Equal(["id", "num", "cat_a", "cat_b", "cat_c", "cat_missing"], Names(all));
        Assert.Equal([0, 0, 1, 0], Values(all[5])[..4]);
        Assert.Equal("factor level [2] is duplicated", Refusal([Texts("x", "missing", null)], ("factorNA2missing", true)));
    }

    [Fact]
    public void NumbersAreScaledAboutTheirMean()
    {
        var (fitted, _) = Fit(Mixed, ("scale", true));
        Assert.Equal([("id", 6.5), ("num", 6.575), ("const", 1.0)], fitted.Values.ScaleCenters!.Select(c => (c.Key, Math.Round(c.Value, 12))));
        Assert.Equal([3.605551275463989, 3.26609263663955, 0], fitted.Values.ScaleCoefficients!.Select(c => c.Value), (a, b) => Math.Abs(a - b) <= Tolerance);
    }

    [Fact]
    public void WithoutACenterNumbersAreScaledByTheirSize()
    {
        var (fitted, scaled) = Fit(Mixed, ("scale", true), ("center", false));
        Assert.Null(fitted.Values.ScaleCenters);
        Assert.Equal([7.687061147858074, 7.66168316291459, 1.044465935734187], fitted.Values.ScaleCoefficients!.Select(c => c.Value), (a, b) => Math.Abs(a - b) <= Tolerance);
        Assert.Equal(double.NaN, Values(scaled[1])[1]);
    }

    [Fact]
    public void AConstantIsScaledToNothing() => Assert.All(Values(Transform(Mixed, ("scale", true))[3]), v => Assert.Equal(double.NaN, v));

    [Fact]
    public void CodesOfFactorsAreNotScaled()
    {
        var (fitted, scaled) = Fit(Mixed, ("factor2integer", true), ("scale", true));
        Assert.Equal(["id", "num", "const"], fitted.Values.ScaleCenters!.Select(c => c.Key));
        Assert.Equal([1, 0, double.NaN, 1, 2, 2, 1, 0, 1, 1, 0, 2], Values(scaled[2]));
    }

    [Fact]
    public void CodesMayStartAtOne() =>
        Assert.Equal([1, 2], Values(Transform([Texts("x", "a", "b")], ("factor2integer", true), ("factor2integer_startat0", false))[0]));

    [Fact]
    public void ExcludedFeaturesComeLastAndUntouched()
    {
        var all = Transform(Mixed, ("exclude", new[] { 1, 2 }), ("integer2factor", true), ("one_hot", true));
        Assert.Equal(["cat_a", "cat_b", "cat_c", "const_1", "id", "num"], Names(all));
        Assert.Same(Mixed[0], all[4]);
    }

    [Fact]
    public void APositionThatNoFeatureHasIsTold()
    {
        var messages = new List<RunMessage>();
        Learning.Preprocessing.FittedPreprocessor.Fit(Config(("exclude", 9)), Mixed, new RunContext(messages.Add));
        Assert.Equal("! `exclude` names positions that no feature has: 9.", Assert.Single(messages).Text);
    }

    [Fact]
    public void AMadeColumnMustNotTakeTheNameOfAnExcludedOne() => Assert.Equal(
        "Preprocessing created a column named after excluded one: x_a.\nRename the excluded column before calling preprocess().",
        Refusal([Texts("x", "a", "b"), Numbers("x_a", 1, 2)], ("exclude", 2), ("one_hot", true)));

    [Theory]
    [InlineData("exclude")]
    [InlineData("remove_features")]
    [InlineData("remove_constants")]
    [InlineData("remove_features_thres")]
    public void SomethingMustBeLeft(string step)
    {
        object option = step switch { "exclude" => 1, "remove_features" => "x", "remove_constants" => true, _ => 0.5 };
        Assert.Equal($"`{step}` left no columns to preprocess.", Refusal([Numbers("x", 1, double.NaN)], (step, option)));
    }

    [Fact]
    public void AFeatureThatMissesTooMuchIsRemoved()
    {
        Assert.Equal(["id", "cat", "const"], Names(Transform(Mixed, ("remove_features_thres", 2.0 / 12))));
        Assert.Equal(["id", "const"], Names(Transform(Mixed, ("remove_features_thres", 1.0 / 12))));
    }

    [Fact]
    public void AConstantThatMissesValuesIsOneOnlyWhereTheyDoNotCount()
    {
        Column[] features = [Numbers("x", 1, double.NaN, 1), Numbers("none", double.NaN, double.NaN, double.NaN), Texts("y", "a", "a", "a"), Numbers("z", 1, 2, 3)];
        Assert.Equal(["z"], Names(Transform(features, ("remove_constants", true))));
        Assert.Equal(["x", "none", "z"], Names(Transform(features, ("remove_constants", true), ("remove_constants_skip_missing", false))));
    }

    [Fact]
    public void NamedFeaturesAreRemoved() => Assert.Equal(["id", "const"], Names(Transform(Mixed, ("remove_features", new[] { "num", "cat", "absent" }))));

    [Fact]
    public void NumbersBecomeFactorsWithTheirNames()
    {
        var factor = Transform([Numbers("x", 100000, 0.1, 123456.789, double.NaN, 0.0001)], ("numeric2factor", true))[0];
        Assert.Equal(["1e-04", "0.1", "1e+05", "123456.789"], Assert.IsType<FactorColumn>(factor).Levels);
        Assert.Equal(["1e+05", "0.1", "123456.789", null, "1e-04"], Labels(factor));
        Assert.Equal(["100000", "2"], Labels(Transform([Whole("x", 100000, 2)], ("integer2factor", true))[0]));
        Assert.Equal([null, "2"], Labels(Transform([Numbers("x", 1, 2)], ("numeric2factor", true), ("numeric2factor_levels", new[] { "3", "2" }))[0]));
    }

    [Fact]
    public void FewDistinctNumbersBecomeAFactor()
    {
        var all = Transform([Numbers("x", 1, 2, double.NaN, 1), Numbers("y", 1, 2, 3, 3), Numbers("z", 1, 2, 3, 4)], ("unique_len2factor", 3));
        Assert.Equal([ColumnType.Factor, ColumnType.Factor, ColumnType.Double], all.Select(c => c.Type));
    }

    [Fact]
    public void NumbersArePutIntoIntervalsOfEqualWidth()
    {
        Assert.Equal(["1", "1", "1", "2", "2", "3", "3"], Labels(Transform([Whole("x", 1, 2, 3, 4, 5, 6, 7)], ("numeric_cut_n", 3))[0]));
        Assert.Equal(["1", "3", "5"], Assert.IsType<FactorColumn>(Transform([Whole("x", 1, 2, 3)], ("numeric_cut_n", 5))[0]).Levels);
        Assert.Equal("invalid number of intervals", Refusal([Whole("x", 1, 2)], ("numeric_cut_n", 1)));
        Assert.Equal("lengths of 'breaks' and 'labels' differ", Refusal([Whole("x", 1, 2)], ("numeric_cut_n", 3), ("numeric_cut_labels", true)));
    }

    [Fact]
    public void NumbersArePutBetweenQuantiles()
    {
        var factor = Assert.IsType<FactorColumn>(Transform([Mixed[1]], ("numeric_quant_n", 3))[0]);
        Assert.Equal(["(1.29,6.5]", "(6.5,12.2]"], factor.Levels);
        Assert.Equal([0, -1, 0, 0, 0, 0, 1, 1, 1, 1, -1, 1], factor.Codes.ToArray());
        double[] drawn =
        [
            -0.6265, 0.1836, -0.8356, 1.5953, 0.3295, -0.8205, 0.4874, 0.7383, 0.5758, -0.3054, 1.5118, 0.3898, -0.6212, -2.2147, 1.1249, -0.0449, -0.0162,
            0.9438, 0.8212, 0.5939, 0.919, 0.7821, 0.0746, -1.9894, 0.6198, -0.0561, -0.1558, -1.4708, -0.4782, 0.4179, 1.3587, -0.1028, 0.3877, -0.0538,
            -1.3771, -0.415, -0.3943, -0.0593, 1.1, 0.7632, -0.1645, -0.2534, 0.697, 0.5567, -0.6888, -0.7075, 0.3646, 0.7685, -0.1123, 0.8811,
        ];
        factor = (FactorColumn)Transform([Numbers("x", drawn)], ("numeric_quant_n", 7))[0];
        Assert.Equal(["(-2.29,-0.626]", "(-0.626,-0.141]", "(-0.141,0.129]", "(0.129,0.569]", "(0.569,0.815]", "(0.815,1.67]"], factor.Levels);
        Assert.Equal([9, 8, 8, 8, 8, 9], factor.Codes.ToArray().CountBy(c => c).OrderBy(c => c.Key).Select(c => c.Value));
        // Where three digits don't tell the bounds apart, more do.
        factor = (FactorColumn)Transform([Numbers("x", [.. drawn.Select(v => v / 1000 + 5)])], ("numeric_quant_n", 7))[0];
        Assert.Equal(["(4.9977,4.9994]", "(4.9994,4.9999]"], factor.Levels.Take(2));
        // R takes a single break for a number of intervals.
        Assert.Equal(["(4.999,5.001]"], Assert.IsType<FactorColumn>(Transform([Numbers("x", 5, 5, 5)], ("numeric_quant_n", 3))[0]).Levels);
        Assert.Equal(["(1.998,2]"], Assert.IsType<FactorColumn>(Transform([Numbers("x", 2, 2)], ("numeric_quant_n", 3))[0]).Levels);
        Assert.Equal("invalid number of intervals", Refusal([Numbers("x", 1.5, 1.5)], ("numeric_quant_n", 3)));
        Assert.Equal("invalid number of intervals", Refusal([Numbers("x", 1e12, 1e12)], ("numeric_quant_n", 3)));
    }

    [Fact]
    public void QuantilesMayBeForFeaturesWithMissingValuesAlone() => Assert.Equal(
        [ColumnType.Integer, ColumnType.Factor, ColumnType.Factor, ColumnType.Integer],
        Transform(Mixed, ("numeric_quant_n", 3), ("numeric_quant_NAonly", true)).Select(c => c.Type));

    static string Refusal(IReadOnlyList<Column> features, params (string, object?)[] options) =>
        Assert.Throws<LearningException>(() => Transform(features, options)).Message;
}
