using Rtemis.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Random;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Tests.Training;
using Rtemis.Learning.Training;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Tests.Tuning;

public sealed class GridSearchTests
{
    static readonly (string, ParameterValue)[] Space = [("maxdepth", SearchPlan.Whole(1, 2, 4)), ("cp", SearchPlan.Numbers(0.001, 0.02))];

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    public void TheNumberOfThreadsChangesNothing(int threads)
    {
        var plan = SearchPlan.Of(SearchPlan.Config(), Space);
        var (alone, together) = (Train(plan, 1), Train(plan, threads));
        Assert.Equal(Figures(alone.Fit.Steps.Tuning!), Figures(together.Fit.Steps.Tuning!));
        Assert.Equal(alone.Fit.Training.Prediction.Values.Values, together.Fit.Training.Prediction.Values.Values);
    }

    [Fact]
    public void ThreadsChangeNothingInsideOuterResamplesEither()
    {
        var unseeded = GridSearchConfig.Create("GridSearch", SearchPlan.Folds(3, null), []);
        var plan = SearchPlan.Of(unseeded, Space) with { Resampling = Resampler.Plan(SearchPlan.Folds(3, null)) };
        ResampledResult Run(int threads) => (ResampledResult)Trainer.Train(plan, SearchPlan.Pima, new RunContext(threads: threads, seed: 3));
        var (alone, together) = (Run(1), Run(4));
        Assert.Equal(alone.Folds.SelectMany(f => Figures(f.Steps.Tuning!)), together.Folds.SelectMany(f => Figures(f.Steps.Tuning!)));
        Assert.Equal(alone.Test.Mean.Values, together.Test.Mean.Values);
    }

    [Fact]
    public void TheWinnerIsFittedToAllCases()
    {
        var result = Train(SearchPlan.Of(SearchPlan.Config(), Space), 2);
        var tuning = result.Fit.Steps.Tuning!;
        var winner = new CartLearner(CartParameters.From(tuning.Hyperparameters)).Fit(result.Data, new RunContext(seed: 1));
        Assert.Equal(
            winner.Predict(result.Data.Features, new RunContext(seed: 1)).Values.Values, result.Fit.Training.Prediction.Values.Values);
        var best = tuning.Validation.Max(r => r["balanced_accuracy"]);
        var row = Enumerable.Range(0, tuning.Grid.Rows.Count).First(i => tuning.Validation[i]["balanced_accuracy"] == best);
        Assert.Equal(tuning.Grid.Values(row), tuning.Best);
        Assert.Empty(tuning.Hyperparameters.Searched);
    }

    [Fact]
    public void AFigureThatMustFallFindsTheOtherEnd()
    {
        var plan = SearchPlan.Of(SearchPlan.Config(("maximize", new ParameterValue.Logical(false))), Space);
        var tuning = Train(plan, 1).Fit.Steps.Tuning!;
        Assert.Equal(tuning.Validation.Min(r => r["balanced_accuracy"]), tuning.Validation[Position(tuning)]["balanced_accuracy"]);
    }

    [Fact]
    public void ARandomizedSearchTriesAShare()
    {
        var config = SearchPlan.Config(("search_type", new ParameterValue.Text("randomized")), ("randomize_p", new ParameterValue.Number(0.5)));
        var tuning = Train(SearchPlan.Of(config, Space), 1).Fit.Steps.Tuning!;
        Assert.Equal(3, tuning.Grid.Rows.Count);
        Assert.Equal(3, tuning.Validation.Count);
    }

    // rtemis: cell j has stream j of the master seed, and draws two numbers before it fits.
    [Fact]
    public void EachFitHasItsOwnRandomNumbers()
    {
        var learner = new TestLearner();
        Trainer.Train(Plan(learner), Numbers, new RunContext(threads: 1, seed: 1));
        var stream = new LEcuyerCmrg(11);
        var expected = new List<double>();
        for (var i = 0; i < 4; i++, stream = stream.NextStream())
        {
            var own = stream.Copy();
            own.NextUniform();
            own.NextUniform();
            expected.Add(own.NextUniform());
        }
        Assert.Equal(expected, learner.Drawn.Take(4));
    }

    [Fact]
    public void AFailedFitLeavesItsCombinationWithoutAFigure()
    {
        var context = new RunContext(threads: 1, seed: 1);
        var failing = 0;
        var learner = new TestLearner { Refuse = _ => ++failing == 1 ? new LearningException("rtemis_data_error", "no luck") : null };
        var tuning = ((SupervisedResult)Trainer.Train(Plan(learner), Numbers, context)).Fit.Steps.Tuning!;
        Assert.Equal(double.NaN, tuning.Validation[0]["mse"]);
        Assert.Equal(1, Position(tuning));
        var cells = context.Timeline.Nodes.Where(n => n.Kind == "grid_cell").ToList();
        Assert.Equal(["#1 (resample 1)", "#2 (resample 2)", "#3 (resample 1)", "#4 (resample 2)"], cells.Select(c => c.Label));
        Assert.Equal([true, false, false, false], cells.Select(c => c.Failed));
        Assert.All(cells, c => Assert.True(c.EndedAt >= c.StartedAt));
    }

    [Theory]
    [InlineData(FailurePolicy.Continue)]
    [InlineData(FailurePolicy.StopOuter)]
    public void WithoutAnyFitNothingCanBeChosen(FailurePolicy policy)
    {
        var plan = Plan(new TestLearner { Refuse = _ => new LearningException("rtemis_data_error", "no luck") }) with { OnFailure = policy };
        var refused = Assert.Throws<LearningException>(() => Trainer.Train(plan, Numbers, new RunContext(seed: 1)));
        Assert.Equal("All 4 tuning grid cells failed; cannot select hyperparameters. First failure: no luck", refused.Message);
    }

    [Fact]
    public void AFailedFitMayEndTheRun()
    {
        var plan = Plan(new TestLearner { Refuse = _ => new LearningException("rtemis_data_error", "no luck") }) with { OnFailure = FailurePolicy.Stop };
        Assert.Equal("no luck", Assert.Throws<LearningException>(() => Trainer.Train(plan, Numbers, new RunContext(seed: 1))).Message);
    }

    [Fact]
    public void ASearchEndsWhenTheRunIsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var fitted = 0;
        var learner = new TestLearner
        {
            Refuse = _ =>
            {
                if (++fitted == 2) cancellation.Cancel();
                return null;
            },
        };
        var context = new RunContext(threads: 1, seed: 1, cancellation: cancellation.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => Trainer.Train(Plan(learner), Numbers, context));
        Assert.Equal(2, fitted);
    }

    [Fact]
    public void WithoutAFigureTheHyperparameterIsLeftUnset()
    {
        // Each fold lacks a class, so that no balanced accuracy of three classes is defined.
        var outcome = new FactorColumn("y", new[] { 0, 0, 1, 1, 2, 2, 0, 1, 2 }, ["a", "b", "c"]);
        var table = new Table([new DoubleColumn("x", new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9 }), outcome], 9);
        var leaveOneOut = GridSearchConfig.Create("GridSearch", ResamplerConfig.Create("LOOCV", []), []);
        var messages = new List<RunMessage>();
        var result = (SupervisedResult)Trainer.Train(
            SearchPlan.Of(leaveOneOut, ("prune_cp", SearchPlan.Numbers(0.1, 0.2))), table, new RunContext(messages.Add, seed: 1));
        Assert.Equal(ParameterValue.Null, Assert.Single(result.Fit.Steps.Tuning!.Best).Value);
        Assert.Contains(messages, m => m.Text.StartsWith("! No hyperparameter combination could be scored on balanced_accuracy", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Text.StartsWith("2 parameter combinations x 9 resamples: 18 models total (", StringComparison.Ordinal));

        var depth = SearchPlan.Of(leaveOneOut, ("maxdepth", SearchPlan.Whole(1, 2)));
        var refused = Assert.Throws<LearningException>(() => Trainer.Train(depth, table, new RunContext(seed: 1)));
        Assert.StartsWith("No hyperparameter combination could be scored on balanced_accuracy", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("@maxdepth must be <integer>, not <NULL>.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyFitsAreRefused()
    {
        var many = SearchPlan.Whole([.. Enumerable.Range(1, 300)]);
        var config = GridSearchConfig.Create("GridSearch", ResamplerConfig.Create("LOOCV", []), []);
        var refused = Assert.Throws<LearningException>(() => Train(SearchPlan.Of(config, ("minsplit", many), ("minbucket", many)), 1));
        Assert.Equal("The search takes 18000000 fits; at most 1000000 can be made.", refused.Message);
    }

    static readonly Table Numbers = new([new DoubleColumn("a", new[] { 1.0, 2, 3, 4 }), new DoubleColumn("y", new[] { 1.0, 2, 3, 6 })], 4);

    // Two combinations that make no difference to the learner, on two folds.
    static TrainingPlan Plan(TestLearner learner)
    {
        var config = GridSearchConfig.Create("GridSearch", SearchPlan.Folds(2, 7), []);
        var plan = SearchPlan.Of(config, ("maxdepth", SearchPlan.Whole(1, 2)));
        return plan with { Learner = learner, Search = plan.Search! with { Apply = (settled, _) => settled } };
    }

    static SupervisedResult Train(TrainingPlan plan, int threads) =>
        (SupervisedResult)Trainer.Train(plan, SearchPlan.Pima, new RunContext(threads: threads, seed: 3));

    static int Position(TuningResult tuning) =>
        Enumerable.Range(0, tuning.Grid.Rows.Count).First(i => tuning.Grid.Values(i).SequenceEqual(tuning.Best));

    static IEnumerable<double> Figures(TuningResult tuning) => tuning.Training.Concat(tuning.Validation).SelectMany(r => r.Values);
}
