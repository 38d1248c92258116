using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Training;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Tests.Tuning;

/// <summary>Hyperparameters that are searched because they are unset: each fit finds a value, and the search makes them one.</summary>
public sealed class FoundHyperparameterTests
{
    static readonly ParameterSet Set = new("TestHyperparameters", "test hyperparameter",
    [
        ParameterSpec.Integer("depth", 1) with { Tunable = true },
        ParameterSpec.Number("strength", null) with { FoundByFits = true },
        ParameterSpec.Integer("rounds", null) with { FoundByFits = true },
    ]);

    static readonly Table Cases = new([new DoubleColumn("a", new[] { 1.0, 2, 3, 4 }), new DoubleColumn("y", new[] { 1.0, 2, 3, 6 })], 4);

    [Fact]
    public void WhatIsUnsetNeedsASearch()
    {
        Assert.True(Set.Defaults.NeedSearch);
        Assert.Equal(["strength", "rounds"], Set.Defaults.FoundByFits);
        Assert.False(Bind(("strength", new ParameterValue.Number(1)), ("rounds", new ParameterValue.Integer(1))).NeedSearch);
    }

    [Fact]
    public void ItStandsBehindTheCandidatesWithOneValue()
    {
        var grid = TuningGrid.Of(Bind(("depth", SearchPlan.Whole(1, 2))));
        Assert.Equal(["depth", "strength", "rounds"], grid.Names);
        Assert.Equal(2, grid.Rows.Count);
        Assert.All(grid.Rows, row => Assert.Equal([ParameterValue.Null, ParameterValue.Null], row.Skip(1)));
    }

    [Theory]
    [InlineData("mean", 2.5, 2)]
    [InlineData("median", 2.5, 2)]
    [InlineData("max", 3, 3)]
    public void TheValuesThatTheFitsFindBecomeOne(string aggregate, double strength, int rounds)
    {
        var learner = new FindingLearner();
        var tuning = Tune(learner, aggregate);
        // Whole numbers are rounded, halves to the even one.
        Assert.Equal(
            [KeyValuePair.Create<string, ParameterValue>("strength", new ParameterValue.Number(strength)), new("rounds", new ParameterValue.Integer(rounds))],
            tuning.Best);
        Assert.Equal(tuning.Best, tuning.Grid.Values(0));
        Assert.Equal(strength, tuning.Hyperparameters.Number("strength"));
        Assert.Equal(strength, learner.Last!.Number("strength"));
        Assert.False(tuning.Hyperparameters.NeedSearch);
    }

    [Fact]
    public void WhatNoFitFindsStaysUnset() =>
        Assert.All(Tune(new FindingLearner { Finds = false }, "mean").Best, best => Assert.Equal(ParameterValue.Null, best.Value));

    [Fact]
    public void TheRunsStateIsNobodysToGive()
    {
        var set = new ParameterSet("TestHyperparameters", "test hyperparameter", [ParameterSpec.Number("state", null) with { RunState = true }]);
        Assert.Equal(
            "Unknown test hyperparameter key: `state`.",
            Assert.Throws<ParameterException>(() => set.Bind([new("state", ParameterValue.Null)])).Message);
        Assert.Equal(2, set.Defaults.With([new("state", new ParameterValue.Number(2))]).Number("state"));
    }

    static TuningResult Tune(FindingLearner learner, string aggregate)
    {
        var config = GridSearchConfig.Create("GridSearch", SearchPlan.Folds(2, 7), [new("metrics_aggregate_fn", new ParameterValue.Text(aggregate))]);
        TrainingPlan Apply(TrainingPlan plan, ParameterValues values)
        {
            learner.Last = values;
            return plan with { Learner = learner };
        }
        var plan = new TrainingPlan { Learner = learner, Search = new HyperparameterSearch(Set.Defaults, config, Apply) };
        return ((SupervisedResult)Trainer.Train(plan, Cases, new RunContext(threads: 1, seed: 1))).Fit.Steps.Tuning!;
    }

    static ParameterValues Bind(params (string Name, ParameterValue Value)[] given) => Set.Bind(given.Select(g => KeyValuePair.Create(g.Name, g.Value)));

    sealed class FindingLearner : ISupervisedLearner
    {
        int _fits;

        public bool Finds { get; init; } = true;

        public ParameterValues? Last { get; set; }

        public string Algorithm => "Finding";

        public bool AllowsMissing => false;

        public bool SupportsMulticlass => true;

        public ISupervisedModel Fit(SupervisedData data, RunContext context) => new Model(Finds ? 2 + _fits++ : null);
    }

    sealed class Model(int? found) : ISupervisedModel, ISettlesHyperparameters
    {
        public VariableImportance? Importance => null;

        public IReadOnlyList<KeyValuePair<string, ParameterValue>> Found => found is { } value
            ? [KeyValuePair.Create<string, ParameterValue>("strength", new ParameterValue.Number(value)), new("rounds", new ParameterValue.Integer(value))]
            : [];

        public IReadOnlyList<KeyValuePair<string, ParameterValue>> Derived => [];

        public Prediction Predict(IReadOnlyList<Column> features, RunContext context) => new(new Matrix(features[0].Length, 1));
    }
}
