using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Gam;

namespace Rtemis.Learning.Tests.Supervised.Gam;

/// <summary>Derivatives against differences of what they are derivatives of.</summary>
public class SmoothingCriterionTests
{
    const double Step = 1e-4;

    static readonly double[] At = [-1, 0.5, 2];

    [Fact]
    public void Slope_and_curvature_of_the_cross_validation_score()
    {
        var data = GamCases.Of(150, "y", ["a", "g", "b", "c"]);
        var context = new RunContext();
        var design = GamDesign.Of(data, 6, null, context);
        var factor = LeastSquares.ReduceWhole(design.Columns, data.Numbers, null, context);
        var criterion = new LeastSquaresCriterion(factor, design.Blocks, (d, t) => SmoothingScore.CrossValidation(d, t, data.Rows), context);
        // The derivatives are the score's, in units of the score over n.
        double Score(double[] at) => Math.Exp(criterion.At(at).Value / data.Rows);
        var unit = Score(At) / data.Rows;
        CheckSlope(criterion, at => Score(at) / unit, 1e-6);
        for (var k = 0; k < At.Length; k++)
        {
            var (up, down) = (Moved(k, Step), Moved(k, -Step));
            for (var l = 0; l < At.Length; l++)
            {
                var difference = (criterion.At(up).Gradient[l] * Score(up) - criterion.At(down).Gradient[l] * Score(down)) / (2 * Step) / Score(At);
                Assert.Equal(difference, criterion.At(At).Hessian[k, l], 1e-5);
            }
        }
    }

    [Fact]
    public void Slope_and_curvature_of_the_unbiased_risk_of_logistic_regressions()
    {
        var data = GamCases.Of(150, "cls", ["a", "g", "b", "c"]);
        var context = new RunContext();
        var design = GamDesign.Of(data, 6, null, context);
        var fit = new PenalizedLogistic(design.Columns, design.Blocks, OutcomeNumbers.Of(data), [.. Enumerable.Repeat(1.0, data.Rows)], context);
        var criterion = new LogisticCriterion(fit, context);
        CheckSlope(criterion, at => criterion.At(at).Value, 1e-5);
        var hessian = criterion.At(At).Hessian;
        var scale = hessian.Values.Max(Math.Abs);
        for (var k = 0; k < At.Length; k++)
        {
            var (up, down) = (criterion.At(Moved(k, Step)).Gradient, criterion.At(Moved(k, -Step)).Gradient);
            // What is left out where two changes of the weights meet is small.
            for (var l = 0; l < At.Length; l++) Assert.Equal((up[l] - down[l]) / (2 * Step), hessian[k, l], 0.1 * scale);
        }
    }

    static void CheckSlope(ISmoothingCriterion criterion, Func<double[], double> value, double tolerance)
    {
        var gradient = criterion.At(At).Gradient;
        for (var k = 0; k < At.Length; k++)
            Assert.Equal((value(Moved(k, Step)) - value(Moved(k, -Step))) / (2 * Step), gradient[k], tolerance * (1 + Math.Abs(gradient[k])));
    }

    static double[] Moved(int k, double by)
    {
        var at = (double[])At.Clone();
        at[k] += by;
        return at;
    }
}
