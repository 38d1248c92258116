using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

public sealed class FeaturePreparationTests
{
    static readonly Column A = new DoubleColumn("a", new[] { 1.0, 2, 3, 5 });
    static readonly Column B = new DoubleColumn("b", new[] { 4.0, 1, 2, 2 });
    static readonly Column Kind = new FactorColumn("kind", new[] { 0, 1, 0, 1 }, ["u", "v"]);
    static readonly Column Outcome = new DoubleColumn("y", new[] { 1.0, 2, 3, 6 });

    readonly List<RunMessage> _messages = [];
    readonly TestLearner _learner = new() { AllowsMissing = true };

    RunContext Context => new(_messages.Add, threads: 1, seed: 1);

    [Fact]
    public void ALearnerSeesThePreprocessedFeatures()
    {
        var result = Train(new TrainingPlan { Learner = _learner, Preprocessor = Config("one_hot") }, A, Kind);
        Assert.Equal(["a", "kind_u", "kind_v"], _learner.Seen[0].Features.Select(f => f.Name));
        Assert.Equal(["a", "kind_u", "kind_v"], result.Fit.Features);
        Assert.Equal(["a", "kind"], result.Data.Features.Select(f => f.Name));
        Assert.Equal(["preprocess", "train_alg"], Kinds(_messages, "preprocess", "train_alg"));
        Assert.Contains(_messages, m => m.Text == "Preprocessing...");
    }

    [Fact]
    public void ComponentsStandBehindWhatTheyAreNotMadeOf()
    {
        var plan = new TrainingPlan { Learner = _learner, Preprocessor = Config("scale"), Decomposition = Components(null) };
        var result = Train(plan, A, Kind, B);
        Assert.Equal(["kind", "PC1", "PC2"], result.Fit.Features);
        Assert.Equal(["a", "b"], result.Fit.Steps.Decomposition!.Features);
        Assert.Equal(["preprocess", "decompose", "train_alg"], Kinds(_messages, "preprocess", "decompose", "train_alg"));
        Assert.Equal(
            ["▶", "Input: 4 cases x 2 features.", "Decomposing with PCA..."],
            _messages.Where(m => m.Stage is "decomp" or "summarize_unsupervised").Select(m => m.Text).Take(3));
    }

    [Fact]
    public void ComponentsMayBeMadeOfSomeFeatures()
    {
        var c = new DoubleColumn("c", new[] { 1.0, 0, 1, 1 });
        Assert.Equal(["a", "PC1", "PC2"], Train(new TrainingPlan { Learner = _learner, Decomposition = Components(["c", "b"]) }, A, B, c).Fit.Features);
    }

    [Theory]
    [InlineData(null, "Decomposition requires at least 2 numeric feature columns.\n1 available to decompose.")]
    [InlineData("a kind", "`features` must name numeric training features; not found: kind.")]
    public void TwoNumbersAreNeededForComponents(string? features, string message) =>
        Refuses(new TrainingPlan { Learner = _learner, Decomposition = Components(features?.Split(' ')) }, message, A, Kind);

    [Fact]
    public void ComponentsNeedEveryValue()
    {
        Refuses(
            new TrainingPlan { Learner = _learner, Decomposition = Components(null) }, "Data should not contain missing values.",
            A, new DoubleColumn("b", new[] { 1, double.NaN, 2, 3 }));
        Assert.Contains(_messages, m => m.Text == "✖ rtemis_missing_data");
    }

    // The projection of the training cases themselves is known: it is their scores.
    [Fact]
    public void NewCasesAreProjectedByTheTrainingCases()
    {
        var frame = NumericFrame.From(GoldenData.Table("mtcars"));
        var model = new PcaDecomposer(new PcaParameters(3, true, true, null)).Fit(frame, Context);
        var again = model.Projection.Project(frame, new RunContext(threads: 3, seed: 1));
        Assert.Equal(model.Scores.Values, again.Values, (a, b) => Math.Abs(a - b) <= 1e-12);
        var few = NumericFrame.From(GoldenData.Table("mtcars").SelectRows([4, 0]));
        Assert.Equal(again[4, 2], model.Projection.Project(few, Context)[0, 2], 1e-12);
    }

    [Fact]
    public void StepsThatRemoveCasesAreRefusedBeforeTheyBegin()
    {
        const string message =
            "`preprocessor_config` removes cases, which a fitted preprocessor cannot replay: complete_cases, remove_cases_thres.\n" +
            "A preprocessor learned by train() is re-applied to new data at predict() time, where dropping rows would return fewer predictions than rows.\n" +
            "Remove cases before calling train(), with preprocess() on the full dataset.";
        var config = PreprocessorConfig.Create([new("remove_cases_thres", new ParameterValue.Number(0.5)), new("complete_cases", new ParameterValue.Logical(true))]);
        Refuses(new TrainingPlan { Learner = _learner, Preprocessor = config }, message, A);
        Assert.Equal("check_preprocessor_replayable", _messages[^1].Stage);
        Assert.DoesNotContain(_messages, m => m.Text == "preprocess");
    }

    [Fact]
    public void AFeatureThatNewDataLackFailsTheResample()
    {
        // The first half misses a value of `a`, the second doesn't.
        var gaps = new DoubleColumn("a", new[] { 1, double.NaN, 3, 4 });
        var plan = new TrainingPlan { Learner = _learner, Preprocessor = Config("missingness"), Resampling = Halves };
        var result = (ResampledResult)Trainer.Train(plan, new Table([gaps, Outcome], 4), Context);
        Assert.Equal("Fold_2", Assert.Single(result.Folds).Name);
        Assert.Contains(_messages, m => m.Text == "! Outer fold 1/2 failed: object 'a_missing' not found");
        Assert.NotNull(result.Folds[0].Steps.Preprocessor);
    }

    [Fact]
    public void AFeatureMustKeepItsType()
    {
        Column number = new DoubleColumn("x", new[] { 1.0 }), factor = new FactorColumn("x", new[] { 0 }, ["1"]);
        var one = Assert.Throws<LearningException>(() => FeatureMatch.Of(Known(number, A), [A, factor]));
        Assert.Equal("variable 'x' was fitted with type \"numeric\" but type \"factor\" was supplied", one.Message);
        var two = Assert.Throws<LearningException>(() => FeatureMatch.Of(Known(factor, Kind.Rename("z")), [number.Rename("z"), number]));
        Assert.Equal("variables 'x', 'z' were specified with different types from the fit", two.Message);
        Assert.Equal(["x", "a"], FeatureMatch.Of(Known(number, A), [Kind, A, number]).Select(c => c.Name));
    }

    static ModelFeature[] Known(params Column[] columns) => Array.ConvertAll(columns, ModelFeature.Of);

    static OuterResampling Halves
    {
        get
        {
            var config = new ParameterSet("HalvesConfig", null, []).Defaults;
            return new OuterResampling("Halves", config, "2 halves", null, (_, _) => new OuterResamples([new("Fold_1", [0, 1]), new("Fold_2", [2, 3])], config, "2 halves"));
        }
    }

    static PreprocessorConfig Config(string option) => PreprocessorConfig.Create([new(option, new ParameterValue.Logical(true))]);

    static DecompositionPlan Components(IReadOnlyList<string>? features) => new(new PcaDecomposer(new PcaParameters(3, true, true, null)), features);

    static IEnumerable<string> Kinds(IEnumerable<RunMessage> messages, params string[] kinds) =>
        messages.OfType<NodeMessage>().Where(m => m.Phase == NodePhase.Start && kinds.Contains(m.Node.Kind)).Select(m => m.Node.Kind);

    SupervisedResult Train(TrainingPlan plan, params Column[] features) => (SupervisedResult)Trainer.Train(plan, new Table([.. features, Outcome], 4), Context);

    void Refuses(TrainingPlan plan, string message, params Column[] features) =>
        Assert.Equal(message, Assert.Throws<LearningException>(() => Train(plan, features)).Message);
}
