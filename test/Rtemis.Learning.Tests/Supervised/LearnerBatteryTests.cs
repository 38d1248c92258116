using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Supervised;

/// <summary>What is asked of every learner, whatever its algorithm.</summary>
public sealed class LearnerBatteryTests
{
    const int Rows = 150;

    /// <summary>Each learner with each kind of outcome that it takes.</summary>
    public static TheoryData<string, int> Tasks
    {
        get
        {
            var tasks = new TheoryData<string, int>();
            foreach (var (name, learner) in BatteryCase.All)
            {
                foreach (var classes in (int[])[0, 2, 3])
                    if (classes < 3 || learner.Make().SupportsMulticlass) tasks.Add(name, classes);
            }
            return tasks;
        }
    }

    public static TheoryData<string> Names => [.. BatteryCase.All.Keys];

    [Fact]
    public void EveryLearnerOfTheLibraryIsHere()
    {
        var learners = typeof(ISupervisedLearner).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISupervisedLearner)));
        Assert.Empty(learners.Except(BatteryCase.All.Values.Select(c => c.Make().GetType())));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void PredictionsHaveTheShapeOfTheOutcome(string name, int classes)
    {
        var (model, data) = Fit(name, classes);
        var values = Predict(model, data);
        Assert.Equal((Rows, classes > 2 ? classes : 1), (values.Rows, values.Columns));
        Assert.All(values.Values, v => Assert.True(double.IsFinite(v)));
        if (classes == 0) return;
        Assert.All(values.Values, p => Assert.InRange(p, 0, 1));
        if (classes > 2) Assert.All(Enumerable.Range(0, Rows), i => Assert.Equal(1, Enumerable.Range(0, classes).Sum(c => values[i, c]), 1e-9));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void SomethingIsLearned(string name, int classes)
    {
        var (_, data) = Fit(name, classes);
        var plan = new TrainingPlan { Learner = BatteryCase.All[name].Make() };
        var result = (SupervisedResult)Trainer.Train(plan, new Table([.. data.Features, data.Outcome], data.Rows), new RunContext(seed: 1));
        var overall = result.Fit.Training.Metrics.Overall;
        // NNLS has no intercept and sums to one by default, LightCART goes a tenth of the way: they are only asked to predict at all.
        if (name is "NNLS" or "LightCART") Assert.True(double.IsFinite(overall.Values[0]));
        else if (classes == 0) Assert.InRange(overall["rsq"], 0.3, 1);
        else Assert.InRange(overall["balanced_accuracy"], 1.2 / classes, 1);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void ThreadsChangeNothing(string name, int classes)
    {
        var (one, data) = Fit(name, classes, threads: 1);
        var (four, _) = Fit(name, classes, threads: 4);
        Assert.Equal(Predict(one, data, threads: 1).Values, Predict(four, data, threads: 4).Values);
        Assert.Equal(one.Importance?.Measures.SelectMany(m => m.Values), four.Importance?.Measures.SelectMany(m => m.Values));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void AModelSurvivesAFile(string name, int classes)
    {
        var (model, data) = Fit(name, classes);
        var kept = Restore(model, data);
        Assert.Equal(Predict(model, data).Values, Predict(kept.Model, data).Values);
        Assert.Equal(model.Importance?.Variables, kept.Model.Importance?.Variables);
        Assert.Equal(model.Importance?.Measures.SelectMany(m => m.Values), kept.Model.Importance?.Measures.SelectMany(m => m.Values));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void ACaseIsPredictedAloneAsAmongOthers(string name, int classes)
    {
        var (model, data) = Fit(name, classes);
        var all = Predict(model, data);
        foreach (var row in (int[])[0, 77, Rows - 1])
        {
            var alone = Predict(model, data.SelectRows([row]));
            for (var c = 0; c < all.Columns; c++) Assert.Equal(all[row, c], alone[0, c], 1e-12 * (1 + Math.Abs(all[row, c])));
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void NoCasesHaveNoPredictions(string name, int classes)
    {
        var (model, data) = Fit(name, classes);
        var values = Predict(model, data.SelectRows([]));
        Assert.Equal((0, classes > 2 ? classes : 1), (values.Rows, values.Columns));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void ACancelledRunEnds(string name, int classes)
    {
        var learner = BatteryCase.All[name];
        var context = new RunContext(seed: 1, cancellation: new CancellationToken(canceled: true));
        Assert.ThrowsAny<OperationCanceledException>(() => learner.Make().Fit(BatteryData.Of(learner, Rows, classes), context));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void FewOrConstantCasesGiveAModelOrAReason(string name, int classes)
    {
        var learner = BatteryCase.All[name];
        var data = BatteryData.Of(learner, Rows, classes);
        foreach (var rows in (int[][])[[0], [0, 1], [0, 1, 2], [.. Enumerable.Repeat(5, 20)]])
        {
            var some = data.SelectRows(rows);
            try
            {
                Assert.Equal(rows.Length, Predict(learner.Make().Fit(some, new RunContext(seed: 1)), some).Rows);
            }
            catch (LearningException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatItDoesNotTakeIsRefused(string name)
    {
        var learner = BatteryCase.All[name];
        var plan = new TrainingPlan { Learner = learner.Make() };
        if (!plan.Learner.SupportsMulticlass) Assert.Equal($"{name} does not support multiclass classification.", Refusal(plan, BatteryData.Of(learner, Rows, 3)));
        var data = BatteryData.Of(learner, Rows, 2);
        double[] gaps = [double.NaN, .. NumericColumn.Numbers(data.Features[0]).ToArray().Skip(1)];
        var gap = new DoubleColumn("a", gaps);
        if (!plan.Learner.AllowsMissing)
            Assert.Equal("Data should not contain missing values.", Refusal(plan, data.WithFeatures([gap, .. data.Features.Skip(1)])));
        var weights = Enumerable.Range(0, Rows).Select(i => 1.0 + i % 2).ToArray();
        if (!learner.Weights)
            Assert.Contains("weights", Assert.Throws<LearningException>(() => plan.Learner.Fit(data.WithWeights(weights), new RunContext(seed: 1))).Message, StringComparison.OrdinalIgnoreCase);
        var kinds = new FactorColumn("kind", new int[Rows], ["x", "y"]);
        if (!learner.Factors)
            Assert.Throws<LearningException>(() => plan.Learner.Fit(data.WithFeatures([.. data.Features, kinds]), new RunContext(seed: 1)));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void WeightsOfOneAreNoWeights(string name, int classes)
    {
        var learner = BatteryCase.All[name];
        if (!learner.Weights) return;
        var data = BatteryData.Of(learner, Rows, classes);
        var ones = Enumerable.Repeat(1.0, Rows).ToArray();
        var (plain, weighted) = (Fit(name, classes).Model, learner.Make().Fit(data.WithWeights(ones), new RunContext(seed: 1)));
        var (expected, actual) = (Predict(plain, data).Values, Predict(weighted, data).Values);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-8 * (1 + Math.Abs(expected[i])));
    }

    static string Refusal(TrainingPlan plan, SupervisedData data) => Assert.Throws<LearningException>(
        () => Trainer.Train(plan, new Table([.. data.Features, data.Outcome], data.Rows), new RunContext(seed: 1))).Message;

    static (ISupervisedModel Model, SupervisedData Data) Fit(string name, int classes, int threads = 2)
    {
        var learner = BatteryCase.All[name];
        var data = BatteryData.Of(learner, Rows, classes);
        return (learner.Make().Fit(data, new RunContext(threads: threads, seed: 1)), data);
    }

    static Matrix Predict(ISupervisedModel model, SupervisedData data, int threads = 2) => model.Predict(data.Features, new RunContext(threads: threads)).Values;

    static TrainedModel Restore(ISupervisedModel model, SupervisedData data)
    {
        ModelFeature[] features = [.. data.Features.Select(ModelFeature.Of)];
        using var file = new MemoryStream();
        ModelFile.Write(
            new TrainedModel
            {
                Algorithm = "any",
                Inputs = features,
                Features = features,
                Outcome = ModelOutcome.Of(data.Outcome),
                AllowsMissing = false,
                Model = model,
            },
            file);
        return ModelFile.Read(file.ToArray());
    }
}
