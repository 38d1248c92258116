using System.Text.RegularExpressions;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Tests.Supervised;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

/// <summary>Resamples at the same time: nobody can tell by what they say or what comes of them.</summary>
public sealed partial class OuterResamplingRunTests
{
    static readonly SupervisedData Data = BatteryData.Of(BatteryCase.All["CART"], 200, 2);

    static Table Table => new([.. Data.Features, Data.Outcome], Data.Rows);

    [Fact]
    public void ThreadsChangeNeitherResultsNorWhatIsTold()
    {
        var (one, single) = Train(Plan(new CartLearner(new CartParameters())), threads: 1);
        var (four, several) = Train(Plan(new CartLearner(new CartParameters())), threads: 4);
        Assert.Equal(single, several);
        Assert.Equal(one.Folds.Select(f => f.Name), four.Folds.Select(f => f.Name));
        foreach (var (a, b) in one.Folds.Zip(four.Folds)) Assert.Equal(a.Test.Prediction.Values.Values, b.Test.Prediction.Values.Values);
        Assert.Equal(one.Test.Mean.Values, four.Test.Mean.Values);
    }

    [Fact]
    public void AFoldThatIsLateHoldsBackWhatThoseBehindItTell()
    {
        using var second = new ManualResetEventSlim();
        var started = 0;
        // The first fold ends after the second: it waits for it.
        var learner = new Waiting(() =>
        {
            if (Interlocked.Increment(ref started) == 2) second.Set();
            Assert.True(second.Wait(TimeSpan.FromSeconds(30)));
        });
        var (_, told) = Train(Plan(learner, folds: 2), threads: 2);
        var folds = told.Where(t => t.Contains("outer_fold", StringComparison.Ordinal));
        Assert.Equal(["n2<n1 outer_fold 1/2 Start", "n2<n1 outer_fold 1/2 Done", "n7<n1 outer_fold 2/2 Start", "n7<n1 outer_fold 2/2 Done"], folds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void TheFirstFoldThatFailsEndsTheRunWhereAsked(int threads)
    {
        var plan = Plan(new CartLearner(new CartParameters()), folds: 8) with { Learner = new Failing(), OnFailure = FailurePolicy.StopOuter };
        var failure = Assert.Throws<LearningException>(() => Train(plan, threads));
        Assert.Equal("Outer fold 1/8 failed: no", failure.Message);
    }

    static TrainingPlan Plan(ISupervisedLearner learner, int folds = 5) => new()
    {
        Learner = learner,
        Seed = 3,
        Resampling = Resampler.Plan(ResamplerConfig.Create(
            "KFold", [new("n_resamples", new ParameterValue.Integer(folds)), new("seed", new ParameterValue.Integer(1))])),
    };

    static (ResampledResult Result, List<string> Told) Train(TrainingPlan plan, int threads)
    {
        var told = new List<string>();
        var context = new RunContext(
            m =>
            {
                var line = m switch
                {
                    NodeMessage node => $"{node.Node.Id}<{node.Node.Parent?.Id} {node.Text} {node.Phase}",
                    CounterMessage { Phase: CounterPhase.Update } => null,
                    _ => Elapsed().Replace(m.Text, "Done"),
                };
                if (line is not null) told.Add(line);
            },
            threads, seed: 1);
        return ((ResampledResult)Trainer.Train(plan, Table, context), told);
    }

    [GeneratedRegex("Done in .*")]
    private static partial Regex Elapsed();

    sealed class Waiting(Action wait) : ISupervisedLearner
    {
        readonly TestLearner _inner = new();

        public string Algorithm => "Waiting";

        public bool AllowsMissing => true;

        public bool SupportsMulticlass => true;

        public ISupervisedModel Fit(SupervisedData data, RunContext context)
        {
            wait();
            lock (_inner) return _inner.Fit(data, context);
        }
    }

    sealed class Failing : ISupervisedLearner
    {
        public string Algorithm => "Failing";

        public bool AllowsMissing => true;

        public bool SupportsMulticlass => true;

        public ISupervisedModel Fit(SupervisedData data, RunContext context) => throw new LearningException("simpleError", "no");
    }
}
