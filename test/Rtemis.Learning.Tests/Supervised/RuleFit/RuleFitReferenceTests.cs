using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Supervised.RuleFit;

/// <summary>Rules are those of R letter by letter; coefficients at a given λ, and predictions, but for rounding.</summary>
public sealed class RuleFitReferenceTests
{
    const double Tolerance = 1e-9;

    public static TheoryData<string> Cases => [.. RuleFitCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void RulesAreThoseOfR(string name)
    {
        var recorded = RuleFitCase.Find(name);
        Assert.Equal(recorded.Rules, recorded.Fit().Rules.Select(r => r.Text));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CoefficientsAreThoseOfR(string name)
    {
        var recorded = RuleFitCase.Find(name);
        var coefficients = recorded.Fit().Coefficients;
        Assert.Equal(recorded.Coefficients.Length, coefficients.Length);
        for (var k = 0; k < coefficients.Length; k++) Near(recorded.Coefficients[k], coefficients[k]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void PredictionsAreThoseOfR(string name)
    {
        var recorded = RuleFitCase.Find(name);
        var values = recorded.Fit().Predict(recorded.Data.Features, new RunContext()).Values;
        Assert.Equal(recorded.Predicted.Length, values.Columns);
        for (var k = 0; k < values.Columns; k++) Near(recorded.Predicted[k], values.Column(k).ToArray());
    }

    static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance * (1 + Math.Abs(pair.First))));
    }
}
