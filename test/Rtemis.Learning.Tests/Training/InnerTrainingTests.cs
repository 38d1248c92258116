using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

/// <summary>Models that are trained inside of another one's fit.</summary>
public sealed class InnerTrainingTests
{
    static readonly ConfiguredAlgorithm Net = new(GlmnetParameters.Set.Defaults, values => new GlmnetLearner(GlmnetParameters.From(values)));

    static readonly Table Cases = MakeCases();

    [Fact]
    public void ItsStepsAreInsideOfTheStep()
    {
        var context = new RunContext(seed: 1);
        Trainer.Train(new TrainingPlan { Learner = new Composed(InnerTraining.Alone) }, Cases, context);
        string[] steps =
        [
            "train Composed Regression/", "train_alg Composed/train Composed Regression", "tune/train_alg Composed", "train_alg GLMNET/train_alg Composed",
            "predict/train_alg Composed", "varimp GLMNET/train_alg Composed", "metrics/train_alg Composed", "predict/train Composed Regression",
            "varimp Composed/train Composed Regression", "metrics/train Composed Regression",
        ];
        Assert.Equal(steps, context.Timeline.Nodes.Where(n => n.Kind != "grid_cell").Select(n => $"{n.Name}/{n.Parent?.Name}"));
    }

    [Fact]
    public void TheRunsSeedIsThatOfItsSearches()
    {
        var plan = new TrainingPlan { Learner = new Composed(InnerTraining.Alone), OnFailure = FailurePolicy.Stop };
        double[] Predict(uint seed)
        {
            var result = (SupervisedResult)Trainer.Train(plan with { Seed = seed }, Cases, new RunContext(seed: 1));
            return result.Fit.Training.Prediction.Values.Values;
        }

        Assert.Equal(Predict(5), Predict(5));
        Assert.NotEqual(Predict(5), Predict(6));
    }

    [Fact]
    public void WhatItSaysHasItsStage()
    {
        var said = new List<TextMessage>();
        var plan = new TrainingPlan { Learner = new Composed(InnerTraining.Alone) };
        Trainer.Train(plan, Cases, new RunContext(m => { if (m is TextMessage text) said.Add(text); }, seed: 1));
        Assert.Equal([null, "train"], said.Where(m => m.Text == "▶").Select(m => m.Stage));
        Assert.Equal(["train"], said.Where(m => m.Text.StartsWith("Training GLMNET", StringComparison.Ordinal)).Select(m => m.Stage));
        Assert.Equal([null], said.Where(m => m.Text == "Training Composed Regression...").Select(m => m.Stage));
        Assert.Equal(["train", null], said.Where(m => m.Text.StartsWith("Done in", StringComparison.Ordinal)).Select(m => m.Stage));
        Assert.Single(said, m => m.Stage == "report_shared_memory");
    }

    [Fact]
    public void CasesHeldOutAreShownToLearnersThatLookAtThem()
    {
        var data = new SupervisedData([.. Cases.Columns.SkipLast(1)], Cases.Columns[^1]);
        var looking = new Looking();
        InnerTraining.Alone.Train(new ConfiguredAlgorithm(GlmParameters.Set.Defaults, _ => looking), data, data.SelectRows([1, 2, 3]), new RunContext());
        Assert.Equal(3, looking.Seen);
    }

    static Table MakeCases()
    {
        var random = new System.Random(3);
        double[] Column() => [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())];
        var (a, b, noise) = (Column(), Column(), Column());
        double[] outcome = [.. a.Select((v, i) => v + 0.2 * b[i] + noise[i])];
        return new Table([new DoubleColumn("a", a), new DoubleColumn("b", b), new DoubleColumn("y", outcome)], 60);
    }

    /// <summary>A net in a net's clothes.</summary>
    sealed class Composed(IInnerTraining training) : IComposedLearner
    {
        public string Algorithm => "Composed";

        public bool AllowsMissing => false;

        public bool SupportsMulticlass => true;

        public ISupervisedLearner With(IInnerTraining training) => new Composed(training);

        public ISupervisedModel Fit(SupervisedData data, RunContext context) => training.Train(Net, data, null, context);
    }

    sealed class Looking : IValidatedLearner
    {
        public int Seen { get; private set; }

        public string Algorithm => "Looking";

        public bool AllowsMissing => false;

        public bool SupportsMulticlass => true;

        public ISupervisedModel Fit(SupervisedData data, RunContext context) => Fit(data, null, context);

        public ISupervisedModel Fit(SupervisedData data, SupervisedData? held, RunContext context)
        {
            Seen = held?.Rows ?? 0;
            return new GlmLearner(new GlmParameters()).Fit(data, context);
        }
    }
}
