using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Cart;

public class CartGoldenTest(ITestOutputHelper output)
{
    // The trees are the same to the last split, so that only the rounding of sums is left: some 1e-15 a sum, over at most a few thousand
    // cases. A wrong split, side or surrogate changes a figure by 1e-4 and more.
    const double Tolerance = 1e-9;

    [Theory]
    [InlineData("iris")]
    [InlineData("iris-ifw")]
    [InlineData("iris-kfold10")]
    [InlineData("mtcars")]
    [InlineData("mtcars-int2factor")]
    [InlineData("pima")]
    [InlineData("pima-weights")]
    [InlineData("pima-grid")]
    [InlineData("pima-kfold5")]
    [InlineData("pima-boot5")]
    [InlineData("pima-stratboot5")]
    [InlineData("pima-stratsub10")]
    [InlineData("pima-tuned-nested")]
    [InlineData("synth_bin")]
    [InlineData("synth_bin-stratvar")]
    [InlineData("synth_reg-regression")]
    [InlineData("synth_reg-grid")]
    public void GivesThePredictionsAndImportancesOfR(string name)
    {
        var job = CartGolden.ReadJob(name);
        var data = CartGolden.ReadData(job);
        double worstPrediction = 0, worstImportance = 0;
        foreach (var fit in job.Fits)
        {
            var context = new RunContext(threads: 2, cancellation: TestContext.Current.CancellationToken);
            var training = fit.Training is { } rows ? data.SelectRows([.. rows.Select(r => r - 1)]) : data;
            var test = fit.Test is { } held ? data.SelectRows([.. held.Select(r => r - 1)]) : data;
            var model = new CartLearner(Parameters(job, fit)).Fit(training, context);
            worstPrediction = Math.Max(worstPrediction, PredictionDifference(fit, test, model.Predict(test.Features, context).Values));

            Assert.Equal(fit.Variables, model.Importance.Variables);
            worstImportance = Math.Max(worstImportance, Difference(fit.Importance, model.Importance.Measures[0].Values));
        }
        output.WriteLine($"{name}: predictions {worstPrediction:E1}, importances {worstImportance:E1}");
        Assert.InRange(worstPrediction, 0, Tolerance);
        Assert.InRange(worstImportance, 0, Tolerance);
    }

    static CartParameters Parameters(CartGolden.Job job, CartGolden.Fit fit) =>
        CartParameters.From(CartParameters.Set.Bind(job.Hyperparameters.Concat(fit.Hyperparameters).Select(h => KeyValuePair.Create(h.Key,
            h.Key == "cp" ? (ParameterValue)new ParameterValue.Number(h.Value) : new ParameterValue.Integer((int)h.Value)))));

    static double PredictionDifference(CartGolden.Fit fit, SupervisedData test, Matrix predicted)
    {
        if (fit.Probabilities is { } probabilities)
        {
            Assert.Equal(probabilities.Count, predicted.Columns);
            return probabilities.Values.Select((p, k) => Difference(p, predicted.Column(k).ToArray())).Max();
        }
        if (test.Outcome is not FactorColumn)
            return Difference([.. fit.Predicted.EnumerateArray().Select(v => v.GetDouble())], predicted.Column(0).ToArray());
        Assert.Equal(fit.Predicted.EnumerateArray().Select(v => v.GetString()), Enumerable.Range(0, test.Rows).Select(i => Label(i)));
        return 0;

        // Two classes: the second one from one half on. More: the first of the most probable.
        string Label(int i)
        {
            if (predicted.Columns == 1) return test.Classes[predicted[i, 0] >= 0.5 ? 1 : 0];
            return test.Classes[Enumerable.Range(0, predicted.Columns).MaxBy(k => predicted[i, k])];
        }
    }

    static double Difference(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        return expected.Zip(actual, (e, a) => Math.Abs(e - a) / Math.Max(Math.Abs(e), 1e-3)).DefaultIfEmpty(0).Max();
    }
}
