using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.RuleFit;

namespace Rtemis.Learning.Tests.Supervised.RuleFit;

public sealed class LightRuleFitLearnerTests
{
    const string WeightsRefused = "Custom weights are defined, but IFW is set to TRUE.";

    static readonly LightRuleFitParameters Given = RuleFitCase.Options([new("lambda_glmnet", 0.05)]);

    [Fact]
    public void TreesWithoutSplitsHaveNoRules()
    {
        var refused = Assert.Throws<LearningException>(() => RuleFitCase.Fit(Given, RuleFitCase.Of("mtcars")));
        Assert.Contains("no rules to choose from", refused.Message, StringComparison.Ordinal);
    }

    // As in rtemis: the net weights classes by itself, so that nothing else can weight them.
    [Fact]
    public void WeightedClassesAreRefused()
    {
        var data = RuleFitCase.Of("pima");
        var weights = Enumerable.Repeat(1.0, data.Rows).ToArray();
        Assert.Equal(WeightsRefused, Assert.Throws<LearningException>(() => RuleFitCase.Fit(Given, data.WithWeights(weights))).Message);
        foreach (var name in (string[])["ifw_lightgbm", "ifw_glmnet"])
        {
            var options = RuleFitCase.Options([new("lambda_glmnet", 0.05), new(name, true)]);
            Assert.Equal(WeightsRefused, Assert.Throws<LearningException>(() => RuleFitCase.Fit(options, data)).Message);
        }
    }

    [Fact]
    public void InverseFrequencyWeightsMeanNothingToNumbers()
    {
        var data = RuleFitCase.Of("toothgrowth");
        var options = RuleFitCase.Options([new("lambda_glmnet", 0.05), new("ifw_lightgbm", true), new("ifw_glmnet", true)]);
        Assert.Equal(RuleFitCase.Fit(Given, data).Coefficients, RuleFitCase.Fit(options, data).Coefficients);
    }

    [Fact]
    public void WeightsOfOneAreNoWeightsToNumbers()
    {
        var data = RuleFitCase.Of("toothgrowth");
        var ones = data.WithWeights(Enumerable.Repeat(1.0, data.Rows).ToArray());
        var (plain, weighted) = (RuleFitCase.Fit(Given, data).Coefficients[0], RuleFitCase.Fit(Given, ones).Coefficients[0]);
        Assert.All(plain.Zip(weighted), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void OnlyOneKindOfWeightingCanBeAskedFor()
    {
        foreach (var name in (string[])["ifw_lightgbm", "ifw_glmnet"])
        {
            var refused = Assert.Throws<ParameterException>(() => RuleFitCase.Options([new("ifw", true), new(name, true)]));
            Assert.Contains("@ifw cannot be combined with @ifw_lightgbm or @ifw_glmnet.", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nrounds", 0)]
    [InlineData("alpha_glmnet", 2)]
    [InlineData("lambda_glmnet", -1)]
    [InlineData("fair_c", 1)]
    [InlineData("drop_rate", 0.5)]
    public void OptionsOutOfTheirBoundsAreRefused(string name, double value)
    {
        ParameterValue given = value == (int)value ? (int)value : value;
        Assert.Contains(name, Assert.Throws<ParameterException>(() => RuleFitCase.Options([new(name, given)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralLambdasAreRefusedForClassesAndTheLargestCountsForNumbers()
    {
        var several = RuleFitCase.Options([new("lambda_glmnet", new ParameterValue.Vector([0.01, 0.05]))]);
        Assert.Throws<LearningException>(() => RuleFitCase.Fit(several, RuleFitCase.Of("pima")));
        var data = RuleFitCase.Of("toothgrowth");
        Assert.Equal(RuleFitCase.Fit(Given, data).Coefficients, RuleFitCase.Fit(several, data).Coefficients);
    }

    [Fact]
    public void RulesBehindTheFirstRoundsAreNotRead()
    {
        var data = RuleFitCase.Of("pima");
        IEnumerable<string> Texts(int rounds) =>
            RuleFitCase.Fit(RuleFitCase.Options([new("lambda_glmnet", 0.05), new("nrounds", rounds)]), data).Rules.Select(r => r.Text);
        Assert.Equal(157, Texts(200).Count());
        Assert.Equal(Texts(200), Texts(LightRuleFitParameters.RoundsRead));
        Assert.NotEqual(Texts(200), Texts(LightRuleFitParameters.RoundsRead - 1));
    }

    [Fact]
    public void EachClassHasItsCoefficients()
    {
        var importance = RuleFitCase.Fit(Given, RuleFitCase.Of("iris")).Importance!;
        Assert.Equal(["Coefficient", "setosa", "versicolor", "virginica"], importance.Measures.Select(m => m.Name));
        Assert.Equal("Rule_1", importance.Variables[0]);
        for (var rule = 0; rule < importance.Variables.Count; rule++)
            Assert.Equal(importance.Measures.Skip(1).Sum(m => Math.Abs(m.Values[rule])), importance.Measures[0].Values[rule], 1e-12);
    }

    [Fact]
    public void TheRulesThatCountAreListed()
    {
        var data = RuleFitCase.Of("pima");
        var model = RuleFitCase.Fit(Given, data);
        Assert.Equal(model.Importance!.Measures[0].Values.Count(c => c != 0), model.Effects.Count);
        Assert.Equal(model.Effects.OrderByDescending(e => e.Coefficient), model.Effects);
        foreach (var effect in model.Effects)
        {
            Assert.Equal(effect.Coefficient, model.Importance.Measures[0].Values[model.Importance.Variables.ToList().IndexOf(effect.Name)]);
            Assert.InRange(effect.Risk!.Value, 0, 1);
            Assert.Empty(effect.ClassCoefficients);
        }
        // The first rule that R reads off: glu <= 124.5 & age <= 28.5 & bp <= 67
        var first = model.Rules[0];
        var (glu, age, bp) = (NumericColumn.Numbers(data.Features[1]), NumericColumn.Numbers(data.Features[6]), NumericColumn.Numbers(data.Features[2]));
        int[] met = [.. Enumerable.Range(0, data.Rows).Where(i => glu.Span[i] <= 124.5 && age.Span[i] <= 28.5 && bp.Span[i] <= 67)];
        Assert.Equal((met.Length, met.Average(i => data.ClassCodes.Span[i])), (first.Cases, first.Risk!.Value));
        Assert.Equal(3, RuleFitCase.Fit(Given, RuleFitCase.Of("iris")).Effects[0].ClassCoefficients.Count);
    }

    [Fact]
    public void APenaltyThatIsTooLargeLeavesAConstant()
    {
        var data = RuleFitCase.Of("toothgrowth");
        var model = RuleFitCase.Fit(RuleFitCase.Options([new("lambda_glmnet", 1000)]), data);
        Assert.Single(model.Predict(data.Features, new RunContext()).Values.Values.Distinct());
    }

    [Fact]
    public void ASearchFindsLambdaAtAnyNumberOfThreads()
    {
        var data = RuleFitCase.Of("mtcars");
        var options = RuleFitCase.Options([new("min_data_in_leaf", 3)]);
        double[][] Fit(int threads) => RuleFitCase.Fit(options, data, new RunContext(threads: threads, seed: 4)).Coefficients;
        var one = Fit(1);
        Assert.Contains(one[0][1..], c => c != 0);
        Assert.Equal(one, Fit(4));
    }

    [Fact]
    public void LevelsAreFoundByTheirText()
    {
        var data = RuleFitCase.Of("toothgrowth");
        var model = RuleFitCase.Fit(Given, data);
        var supp = (FactorColumn)data.Features[0];
        var turned = new FactorColumn(supp.Name, Array.ConvertAll(supp.Codes.ToArray(), c => 1 - c), [.. supp.Levels.Reverse()]);
        Assert.Equal(model.Predict(data.Features, new RunContext()).Values.Values, model.Predict([turned, data.Features[1]], new RunContext()).Values.Values);
    }
}
