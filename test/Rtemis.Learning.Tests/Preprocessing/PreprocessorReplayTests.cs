using Rtemis.Data;
using Rtemis.Learning.Parameters;
using static Rtemis.Learning.Tests.Preprocessing.Features;

namespace Rtemis.Learning.Tests.Preprocessing;

/// <summary>What is learned from training data, and what new data are treated by themselves for.</summary>
public sealed class PreprocessorReplayTests
{
    [Fact]
    public void TrainingDataAreTransformedTheSameWayAgain()
    {
        (string, object?)[] options = [("scale", true), ("one_hot", true), ("missingness", true), ("impute", true), ("impute_type", "meanMode"), ("remove_features", "const")];
        var (fitted, trained) = Fit(Mixed, options);
        var again = fitted.Transform(Mixed, Run);
        Assert.Equal(Names(trained), Names(again));
        Assert.All(trained.Zip(again), p => Assert.Equal(Values(p.First), Values(p.Second)));
    }

    [Fact]
    public void NewNumbersAreScaledByTheTrainingData()
    {
        var (fitted, _) = Fit([Numbers("x", 1, 2, 3)], ("scale", true));
        Assert.Equal([8, -2], Values(fitted.Transform([Numbers("x", 10, 0)], Run)[0]));
    }

    [Fact]
    public void NewLevelsHaveNoColumn()
    {
        var (fitted, _) = Fit([Texts("x", "a", "b")], ("one_hot", true));
        var again = fitted.Transform([Texts("x", "z", "b", null, "a")], Run);
        Assert.Equal(["x_a", "x_b"], Names(again));
        Assert.Equal([0, 0, 0, 1], Values(again[0]));
        Assert.Equal([0, 1, 0, 0], Values(again[1]));
    }

    [Fact]
    public void NewLevelsAreCodedAboveTheKnownOnes()
    {
        var (fitted, _) = Fit([Texts("x", "a", "b")], ("factor2integer", true));
        Assert.Equal([2, 1, double.NaN, 0, 2], Values(fitted.Transform([Texts("x", "z", "b", null, "a", "y")], Run)[0]));
    }

    // As in rtemis: the training data's mean does not count.
    [Fact]
    public void NewDataAreFilledByTheirOwn()
    {
        var (fitted, _) = Fit([Numbers("x", 1, 2, 8.4)], ("impute", true), ("impute_type", "meanMode"));
        Assert.Equal([100, 100], Values(fitted.Transform([Numbers("x", 100, double.NaN)], Run)[0]));
    }

    // A model is built anew for them: what the training cases had doesn't occur, and of a single case nothing can be known.
    [Theory]
    [InlineData("missRanger")]
    [InlineData("micePMM")]
    public void NewDataAreFilledFromSimilarCasesOfTheirOwn(string type)
    {
        var (fitted, trained) = Fit([Numbers("x", 1, 2, double.NaN, 4, 5), Numbers("y", 1, 2, 3, 5, 4)], ("impute", true), ("impute_type", type));
        Assert.DoesNotContain(double.NaN, Values(trained[0]));
        var filled = fitted.Transform([Numbers("x", 101, 102, double.NaN, 109), Numbers("y", 1, 2, 3, 3)], Run);
        Assert.Contains(Values(filled[0])[2], new List<double> { 101, 102, 109 });
    }

    [Fact]
    public void OfASingleCaseNothingCanBeFilled()
    {
        Column[] single = [Numbers("x", double.NaN), Numbers("y", 2)];
        Assert.Equal([double.NaN], Values(Fit(Mixed, ("impute", true)).Fitted.Transform(single, Run)[0]));
        var mice = Fit(Mixed, ("impute", true), ("impute_type", "micePMM")).Fitted;
        Assert.StartsWith("`mice` detected constant", Assert.Throws<LearningException>(() => mice.Transform(single, Run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewDataMayLackAnIndicator()
    {
        var (fitted, trained) = Fit([Numbers("x", 1, double.NaN)], ("missingness", true));
        Assert.Equal(["x", "x_missing"], Names(trained));
        Assert.Equal(["x"], Names(fitted.Transform([Numbers("x", 1, 2)], Run)));
    }

    [Fact]
    public void ScalesMustMeetTheirOwnFeatures()
    {
        var (fitted, _) = Fit([Numbers("x", 1, 2, 3), Numbers("y", 3, 2, 1)], ("scale", true), ("remove_constants", true));
        Assert.Equal(
            "identical(names(config@scale_coefficients), numeric_names) is not TRUE",
            Assert.Throws<LearningException>(() => fitted.Transform([Numbers("x", 1, 1), Numbers("y", 3, 2)], Run)).Message);
    }

    [Fact]
    public void WhatARequestGivesIsUsedInsteadOfWhatTheDataHave()
    {
        var levels = new ParameterValue.Map([new("x", new ParameterValue.Vector([new ParameterValue.Text("b"), new ParameterValue.Text("q")]))]);
        var (fitted, trained) = Fit([Texts("x", "a", "b")], ("one_hot", true), ("one_hot_levels", levels));
        Assert.Equal(["x_b", "x_q"], Names(trained));
        Assert.Equal(["b", "q"], Assert.Single(fitted.Values.OneHotLevels!).Value);

        var centers = new ParameterValue.Map([new("x", new ParameterValue.Integer(1))]);
        var coefficients = new ParameterValue.Map([new("x", new ParameterValue.Number(2))]);
        var scaled = Transform([Numbers("x", 1, 2, 5)], ("scale", true), ("scale_centers", centers), ("scale_coefficients", coefficients));
        Assert.Equal([0, 0.5, 2], Values(scaled[0]));
    }

    [Fact]
    public void NothingIsLearnedWhereNothingIsAsked()
    {
        var (fitted, same) = Fit(Mixed);
        Assert.Equal(new Learning.Preprocessing.PreprocessorValues(), fitted.Values);
        Assert.Equal(Mixed, same);
    }
}
