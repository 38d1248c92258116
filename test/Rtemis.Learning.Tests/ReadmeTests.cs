using Rtemis.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Training;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Tests;

/// <summary>What the library's README shows compiles and works.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void TheWholePipelineTakesTheLinesThatTheReadmeShows()
    {
        var random = new System.Random(1);
        double[] age = [.. Enumerable.Range(0, 200).Select(i => i % 20 == 0 ? double.NaN : random.Next(20, 90))];
        int[] sex = [.. Enumerable.Range(0, 200).Select(_ => random.Next(2))];
        int[] ill = [.. age.Select(a => a > 60 ? 1 : 0)];

        // <readme>
        var table = new Table([new DoubleColumn("age", age), new FactorColumn("sex", sex, ["f", "m"]), new FactorColumn("ill", ill, ["no", "yes"])], age.Length);
        var plan = new TrainingPlan
        {
            Learner = new CartLearner(new CartParameters()),
            Preprocessor = PreprocessorConfig.Create([new("impute", true), new("impute_type", "meanMode"), new("one_hot", true)]),
            Search = new HyperparameterSearch(
                CartParameters.Set.Bind([new("maxdepth", ParameterValue.Among(2, 4, 8))]), GridSearchConfig.Default,
                (settled, values) => settled with { Learner = new CartLearner(CartParameters.From(values)) }),
        };
        var tested = (ResampledResult)Trainer.Train(
            plan with { Resampling = Resampler.Plan(ResamplerConfig.Create("KFold", [new("n_resamples", 5), new("seed", 1)])) }, table, new RunContext(seed: 1));
        var fit = ((SupervisedResult)Trainer.Train(plan, table, new RunContext(seed: 1))).Fit;
        var predicted = fit.Model.Predict(table, new RunContext());
        // </readme>

        Assert.InRange(tested.Test.Mean["balanced_accuracy"], 0.9, 1);
        Assert.Equal(5, tested.Folds.Count);
        Assert.Equal(fit.Training.Prediction.Values.Values, predicted.Values.Values);
        Assert.Contains("age", fit.Importance!.Variables);
    }

    [Fact]
    public void TheReadmeShowsWhatIsTested()
    {
        var source = Lines("test/Rtemis.Learning.Tests/ReadmeTests.cs").SkipWhile(l => l.Trim() != "// <readme>").Skip(1)
            .TakeWhile(l => l.Trim() != "// </readme>").Select(l => l.Length > 8 ? l[8..] : l);
        var shown = Lines("src/Rtemis.Learning/README.md").SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```");
        Assert.Equal(source, shown);
    }

    static string[] Lines(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, path))) return File.ReadAllLines(Path.Combine(folder.FullName, path));
        throw new FileNotFoundException(path);
    }
}
