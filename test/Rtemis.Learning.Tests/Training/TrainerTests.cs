using Rtemis.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

public sealed class TrainerTests
{
    static readonly Column A = new DoubleColumn("a", new[] { 1.0, 2, 3, 4 });
    static readonly Column Id = new IntegerColumn("id", new[] { 1, 1, 2, 2 });
    static readonly Column Number = new DoubleColumn("y", new[] { 1.0, 2, 3, 6 });
    static readonly Column Classes = new FactorColumn("y", new[] { 0, 0, 0, 1 }, ["u", "v"]);

    readonly List<RunMessage> _messages = [];
    readonly TestLearner _learner = new();

    // Counters tell their first and last only, however slow the machine is.
    RunContext Context => new(_messages.Add, threads: 1, seed: 1, counterInterval: TimeSpan.FromHours(1));

    [Fact]
    public void ASingleFitIsToldStepByStep()
    {
        Trainer.Train(new TrainingPlan { Learner = _learner, InverseFrequencyWeights = true }, Of(A, Classes), Context);
        Assert.Equal(
            [
                "Checking data is ready for training...", "done", "▶", "n1 train Mean Classification", "Training set: 4 cases x 1 features.",
                "// Max workers: 1 { Algorithm: 1; Tuning: 1; Outer Resampling: 1 }",
                "Shared memory (auto): not sharing training data (1.9 kB) -- this run transfers nothing to workers.",
                "Calculating case weights using Inverse Frequency Weighting.", "Training Mean Classification...", "n2 train_alg Mean",
                "Checking data is ready for training...", "done", "n2 end", "n3 predict", "n3 end", "n4 varimp Mean", "n4 end", "n5 metrics", "n5 end",
                "n1 end", "Done",
            ],
            _messages.Select(Line));
        Assert.Equal([1, 1, 1, 3], _learner.Seen[0].Weights!.Value.ToArray());
    }

    [Fact]
    public void WeightsComeFromTheirColumn()
    {
        var weights = new DoubleColumn("w", new[] { 1.0, 0, 0, 1 });
        var result = (SupervisedResult)Trainer.Train(new TrainingPlan { Learner = _learner, WeightsColumn = "w" }, Of(weights, A, Number), Context);
        Assert.Equal("a", Assert.Single(result.Data.Features).Name);
        Assert.Equal(3.5, result.Fit.Training.Prediction.Values[0, 0]);
    }

    [Theory]
    [InlineData("z", "`weights` names column 'z', which the training data does not have. Columns: a, y.")]
    [InlineData("y", "`weights` names column 'y', which is the outcome (the last column).")]
    public void WeightsMustBeThere(string column, string message) => Refuses(new TrainingPlan { Learner = _learner, WeightsColumn = column }, message, A, Number);

    [Fact]
    public void WeightsMustBeNumbers() => Refuses(
        new TrainingPlan { Learner = _learner, WeightsColumn = "y" }, "Weights column 'y' must be numeric, not factor.", Classes, A, Number);

    [Fact]
    public void TwoKindsOfWeightsExcludeEachOther() => Refuses(
        new TrainingPlan { Learner = _learner, WeightsColumn = "id", InverseFrequencyWeights = true },
        "Custom weights are defined, but IFW is set to TRUE.", Id, A, Classes);

    [Fact]
    public void ThePositiveClassIsTheSecondLevel()
    {
        var result = (SupervisedResult)Trainer.Train(new TrainingPlan { Learner = _learner, PositiveClass = "u" }, Of(A, Classes), Context);
        Assert.Equal(["v", "u"], result.Data.Classes);
        Assert.Equal([1, 1, 1, 0], result.Data.ClassCodes.ToArray());
        Assert.Equal(0.75, result.Fit.Training.Prediction.Values[0, 0]);
    }

    [Fact]
    public void ThePositiveClassMustBeOne()
    {
        Refuses(new TrainingPlan { Learner = _learner, PositiveClass = "zz" }, "You defined `positive_class` as 'zz', but the outcome levels are: u, v.", A, Classes);
        Refuses(new TrainingPlan { Learner = _learner, PositiveClass = "u" }, "You defined `positive_class`, but the outcome is not a factor.", A, Number);
    }

    [Fact]
    public void ResamplesAreToldAndTested()
    {
        var plan = new TrainingPlan { Learner = _learner, Resampling = Halves("id"), Seed = 42 };
        var result = (ResampledResult)Trainer.Train(plan, Of(Id, A, Number), Context);
        Assert.Equal(["a"], result.Data.Features.Select(f => f.Name));
        Assert.Equal(["Fold_1", "Fold_2"], result.Folds.Select(f => f.Name));
        Assert.Equal([1.5, 1.5], result.Folds[0].Training.Prediction.Values.Values);
        Assert.Equal([3.0, 6.0], ((DoubleColumn)result.Folds[0].Test.Actual).Values.ToArray());
        Assert.Equal(
            [
                "<> Training Mean Regression using 2 halves...", "Outer resamples 0/2", "n2 outer_fold 1/2", "n3 train_alg Mean", "n3 end", "n4 predict", "n4 end",
                "n5 varimp Mean", "n5 end", "n6 metrics", "n6 end", "n2 end", "n7 outer_fold 2/2",
            ],
            _messages.Select(Line).Skip(7).Take(13));
        Assert.Equal(["Outer resamples 2/2", "Outer resamples 2/2", "</> Outer resampling done.", "n1 end", "Done"], _messages.Select(Line).TakeLast(5));

        var stream = new LEcuyerCmrg(42);
        Assert.Equal([stream.Copy().NextUniform(), stream.NextStream().NextUniform()], _learner.Drawn);
    }

    [Fact]
    public void AFailedResampleIsLeftOut()
    {
        var learner = new TestLearner { Refuse = data => data.Numbers.Span[0] == 1 ? new LearningException("rtemis_data_error", "no luck") : null };
        var context = Context;
        var result = (ResampledResult)Trainer.Train(new TrainingPlan { Learner = learner, Resampling = Halves(null) }, Of(A, Number), context);
        Assert.Equal("Fold_2", Assert.Single(result.Folds).Name);
        Assert.Equal(
            ["! Outer fold 1/2 failed: no luck", "! 1 of 2 outer folds failed; aggregating over 1 surviving folds."],
            _messages.OfType<TextMessage>().Where(m => m.Level == TextLevel.Warn).Select(m => m.Text));
        Assert.Equal(["outer_fold"], context.Timeline.Nodes.Where(n => n.Failed).Select(n => n.Kind));
        Assert.Equal(["train_alg"], context.Timeline.Nodes.Where(n => n.EndedAt is null).Select(n => n.Kind));
    }

    [Fact]
    public void AFailedResampleMayEndTheRun()
    {
        var learner = new TestLearner { Refuse = _ => new LearningException("rtemis_data_error", "no luck") };
        Refuses(new TrainingPlan { Learner = learner, Resampling = Halves(null), OnFailure = FailurePolicy.Stop }, "Outer fold 1/2 failed: no luck", A, Number);
        Refuses(new TrainingPlan { Learner = learner, Resampling = Halves(null) }, "All 2 outer folds failed.", A, Number);
    }

    static OuterResampling Halves(string? id)
    {
        var config = new ParameterSet("HalvesConfig", null, []).Defaults;
        return new OuterResampling("Halves", config, "2 halves", id, (_, _) => new OuterResamples([new("Fold_1", [0, 1]), new("Fold_2", [2, 3])], config, "2 halves"));
    }

    static Table Of(params Column[] columns) => new(columns, columns[0].Length);

    void Refuses(TrainingPlan plan, string message, params Column[] columns) =>
        Assert.Equal(message, Assert.Throws<LearningException>(() => Trainer.Train(plan, Of(columns), Context)).Message);

    static string Line(RunMessage message) => message switch
    {
        NodeMessage { Phase: not NodePhase.Start } node => $"{node.Node.Id} end",
        NodeMessage node => $"{node.Node.Id} {node.Text}",
        _ => message.Text.StartsWith("Done in", StringComparison.Ordinal) ? "Done" : message.Text,
    };
}
