using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Glmnet;

public sealed class GlmnetLearnerTests
{
    static readonly GlmnetParameters Fixed = new() { Alpha = 0.5, Lambda = [0.1] };
    static readonly SupervisedData Numbers = GlmnetCase.Of(GoldenData.Table("mtcars"));
    static readonly SupervisedData TwoClasses = GlmnetCase.Of(GoldenData.Table("pima"));
    static readonly SupervisedData ThreeClasses = GlmnetCase.Of(GoldenData.Table("iris"));

    static readonly DoubleColumn X1 = new("x1", new double[] { 1, 2, 3, 4, 5, 6, 7, 8 });

    [Fact]
    public void ASmallRegressionGivesTheCoefficientsOfR()
    {
        var data = new SupervisedData(
            [X1, new DoubleColumn("x2", new double[] { 2, 1, 4, 3, 6, 5, 8, 7 })], new DoubleColumn("y", new[] { 1.2, 1.9, 3.4, 3.8, 5.1, 6.2, 6.8, 8.4 }));
        Near([0.2073715673675416, 0.8762171909282886, 0.0999224607678131], GlmnetCase.Coefficients(GlmnetCase.Fit(Fixed, data))[0], 1e-13);
    }

    [Fact]
    public void TwoClassesGiveTheCoefficientsOfR()
    {
        var data = new SupervisedData(
            [X1, new DoubleColumn("x2", new double[] { 3, 1, 2, 5, 4, 6, 8, 7 })], new FactorColumn("y", new[] { 0, 0, 0, 1, 0, 1, 1, 1 }, ["n", "y"]));
        Near([-3.584361734404136, 0.217658138959321, 0.583217891075788], GlmnetCase.Coefficients(GlmnetCase.Fit(Fixed, data))[0], 1e-13);
    }

    // glmnet itself stops within 1e-7 of the deviance of the minimum, from where it started.
    [Theory]
    [MemberData(nameof(Tasks))]
    public void AWeightOf2IsACaseTwice(int classes)
    {
        var data = Data(classes);
        double[] weights = [.. Enumerable.Range(0, data.Rows).Select(i => i % 3 == 0 ? 2.0 : 1)];
        var twice = data.SelectRows([.. Enumerable.Range(0, data.Rows).SelectMany(i => Enumerable.Repeat(i, (int)weights[i]))]);
        var (weighted, repeated) = (GlmnetCase.Fit(Fixed, data.WithWeights(weights)), GlmnetCase.Fit(Fixed, twice));
        foreach (var (a, b) in GlmnetCase.Coefficients(weighted).Zip(GlmnetCase.Coefficients(repeated))) Near(a, b, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TheNumberOfThreadsMakesNoDifferenceAtAll(int classes)
    {
        // Several copies, so that there are several parts to share out.
        var data = Data(classes);
        data = data.SelectRows([.. Enumerable.Range(0, 9000).Select(i => i % data.Rows)]);
        var (alone, together) = (GlmnetCase.Fit(Fixed, data, threads: 1), GlmnetCase.Fit(Fixed, data, threads: 4));
        Assert.Equal(GlmnetCase.Coefficients(alone), GlmnetCase.Coefficients(together));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void ThreadsMakeNoDifferenceWhereResidualsAreKeptEither(int classes)
    {
        var few = GlmnetGoldenTests.WideData(classes);
        var data = few.WithFeatures([.. few.Features.Take(520)]).SelectRows([.. Enumerable.Range(0, 20000).Select(i => i % few.Rows)]);
        var options = new GlmnetParameters { Alpha = 0.01, Lambda = [2] };
        Assert.Equal(
            GlmnetCase.Coefficients(GlmnetCase.Fit(options, data, threads: 1)), GlmnetCase.Coefficients(GlmnetCase.Fit(options, data, threads: 4)));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TheOrderOfColumnsMakesNoDifferenceThatCounts(int classes)
    {
        var data = classes == 0 ? GlmnetCase.Of(GoldenData.Table("synth_reg")) : Data(classes);
        data = data.WithFeatures([.. data.Features.Where(f => f is not FactorColumn)]);
        var turned = data.WithFeatures([.. data.Features.Reverse()]);
        var (straight, back) = (GlmnetCase.Coefficients(GlmnetCase.Fit(Fixed, data)), GlmnetCase.Coefficients(GlmnetCase.Fit(Fixed, turned)));
        foreach (var (a, b) in straight.Zip(back)) Near(a, [b[0], .. b.Skip(1).Reverse()], 5e-3);
    }

    [Fact]
    public void ALargeLambdaLeavesTheMean()
    {
        var coefficients = GlmnetCase.Coefficients(GlmnetCase.Fit(Fixed with { Lambda = [1000] }, Numbers))[0];
        Assert.Equal(Numbers.Numbers.ToArray().Average(), coefficients[0], 1e-12);
        Assert.All(coefficients.Skip(1), c => Assert.Equal(0, c));
    }

    [Fact]
    public void AConstantColumnHasNoCoefficient()
    {
        var constant = new DoubleColumn("k", Enumerable.Repeat(3.0, Numbers.Rows).ToArray());
        var with = GlmnetCase.Coefficients(GlmnetCase.Fit(Fixed, Numbers.WithFeatures([constant, .. Numbers.Features])))[0];
        Assert.Equal(0, with[1]);
    }

    // R's model.matrix has a column for a level that no case has, and its penalty counts for the others' scale.
    [Fact]
    public void ALevelWithoutCasesHasAColumn()
    {
        var group = new FactorColumn("g", Enumerable.Range(0, Numbers.Rows).Select(i => i % 2).ToArray(), ["a", "b", "c"]);
        var model = GlmnetCase.Fit(Fixed, Numbers.WithFeatures([.. Numbers.Features, group]));
        Assert.Equal(["gb", "gc"], model.Importance!.Variables.TakeLast(2));
        Assert.Equal(0, model.Importance.Measures[0].Values[^1]);
    }

    [Fact]
    public void MoreThanTwoClassesHaveNoImportance()
    {
        Assert.Null(GlmnetCase.Fit(Fixed, ThreeClasses).Importance);
        Assert.Equal(TwoClasses.Features.Select(f => f.Name), GlmnetCase.Fit(Fixed, TwoClasses).Importance!.Variables);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "family", "Invalid family argument; must be either character, function or family object" },
        { "one column", "x should be a matrix with 2 or more columns" },
        { "offset", "No newoffset provided for prediction, yet offset used in fit of glmnet" },
        { "short offset", "`offset` must have one value per case: expected length 200, got 1." },
        { "lambdas", "all arguments must have the same length" },
        {
            "factors",
            "`penalty_factor` must have one value per design-matrix column: expected length 7, got 2. Factors are expanded to dummy variables, so this can exceed the number of features (p)."
        },
        { "no penalty", "All penalty factors are <= 0" },
        { "rare class", "one multinomial or binomial class has 1 or 0 observations; not allowed" },
        { "constant", "All used predictors have zero variance" },
        { "infinite", "NA/NaN/Inf in 'x'" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhatRRefusesIsRefusedInItsWords(string what, string message)
    {
        var (options, data) = what switch
        {
            "family" => (Fixed with { Family = "binomial" }, TwoClasses),
            "one column" => (Fixed, TwoClasses.WithFeatures([TwoClasses.Features[0]])),
            "offset" => (Fixed with { Offset = new double[TwoClasses.Rows] }, TwoClasses),
            "short offset" => (Fixed with { Offset = [1] }, TwoClasses),
            "lambdas" => (Fixed with { Lambda = [1, 2] }, TwoClasses),
            "factors" => (Fixed with { PenaltyFactor = [1, 2] }, TwoClasses),
            "no penalty" => (Fixed with { PenaltyFactor = new double[7] }, TwoClasses),
            "rare class" => (Fixed, TwoClasses.SelectRows([.. Enumerable.Range(0, 200).Where(i => TwoClasses.ClassCodes.Span[i] == 0)])),
            "constant" => (Fixed, TwoClasses.WithFeatures([new DoubleColumn("a", new double[200]), new DoubleColumn("b", new double[200])])),
            _ => (Fixed, TwoClasses.WithFeatures([TwoClasses.Features[0], new DoubleColumn("b", Enumerable.Repeat(double.NegativeInfinity, 200).ToArray())])),
        };
        Assert.Equal(message, Assert.Throws<LearningException>(() => GlmnetCase.Fit(options, data)).Message);
    }

    [Fact]
    public void AConstantOutcomeIsRefused() => Assert.Equal(
        "y is constant; gaussian glmnet fails at standardization step",
        Assert.Throws<LearningException>(() => GlmnetCase.Fit(Fixed, new SupervisedData(Numbers.Features, new DoubleColumn("y", new double[32])))).Message);

    [Theory]
    [MemberData(nameof(Tasks))]
    public void ACancelledRunStops(int classes)
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => new GlmnetLearner(new GlmnetParameters()).Fit(Data(classes), new RunContext(cancellation: cancelled.Token)));
    }

    [Fact]
    public void TheRunsStateCannotBeGiven()
    {
        var refused = Assert.Throws<ParameterException>(() => GlmnetParameters.Set.Bind([new("lambda.min", new ParameterValue.Number(1))]));
        Assert.StartsWith("Unknown GLMNET hyperparameter key: `lambda.min`", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<ParameterException>(() => GlmnetParameters.Set.Bind([new("alpha", new ParameterValue.Number(2))]));
        Assert.EndsWith("@alpha must be <= 1.", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<int> Tasks => [0, 2, 3];

    static SupervisedData Data(int classes) => classes switch { 0 => Numbers, 2 => TwoClasses, _ => ThreeClasses };

    static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, tolerance * (1 + Math.Abs(p.First))));
    }
}
