using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Supervised.RuleFit;

/// <summary>Rules are those of R letter by letter; coefficients at a given λ, and predictions, but for rounding.</summary>
public sealed class RuleFitReferenceTests
{
    const double Tolerance = 1e-9;

    // Many of its rules single out the same cases: what each of them gets of their effect is up to rounding.
    const string Alike = "iris";

    public static TheoryData<string> Cases => [.. RuleFitCase.Names];

    public static TheoryData<string> Distinct => [.. RuleFitCase.Names.Where(name => name != Alike)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void RulesAreThoseOfR(string name)
    {
        var recorded = RuleFitCase.Find(name);
        var rules = recorded.Fit().Rules;
        Assert.Equal(recorded.Rules, rules.Select(r => r.Text));
        Assert.Equal(recorded.Matches, rules.Select(r => r.Cases));
    }

    [Theory]
    [MemberData(nameof(Distinct))]
    public void CoefficientsAreThoseOfR(string name)
    {
        var recorded = RuleFitCase.Find(name);
        var coefficients = recorded.Fit().Coefficients;
        Assert.Equal(recorded.Coefficients.Length, coefficients.Length);
        for (var k = 0; k < coefficients.Length; k++) Near(recorded.Coefficients[k], coefficients[k]);
    }

    [Theory]
    [MemberData(nameof(Distinct))]
    public void PredictionsAreThoseOfR(string name) => Predicts(name, Tolerance);

    // The descent ends at a change of 1e-7 of the deviance.
    [Fact]
    public void RulesThatAreAlikePredictTogetherAsInR() => Predicts(Alike, 1e-3);

    static void Predicts(string name, double tolerance)
    {
        var recorded = RuleFitCase.Find(name);
        var values = recorded.Fit().Predict(recorded.Data.Features, new RunContext()).Values;
        Assert.Equal(recorded.Predicted.Length, values.Columns);
        for (var k = 0; k < values.Columns; k++) Near(recorded.Predicted[k], values.Column(k).ToArray(), tolerance);
    }

    static void Near(double[] expected, double[] actual, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance * (1 + Math.Abs(pair.First))));
    }
}
