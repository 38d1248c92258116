using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Tests.Supervised;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

/// <summary>A finished model meets tables that it was not trained on.</summary>
public sealed class TrainedModelTests
{
    static readonly SupervisedData Data = BatteryData.Of(BatteryCase.All["GLM"], 120, 2);
    static readonly Table All = new([.. Data.Features, Data.Outcome], Data.Rows);

    readonly List<string> _said = [];

    RunContext Context => new(m => _said.Add(m.Text), seed: 1);

    [Fact]
    public void TheTrainingTableIsPredictedAsInTrainingAlsoAfterAFile()
    {
        var plan = new TrainingPlan
        {
            Learner = new GlmLearner(new GlmParameters()),
            Preprocessor = Preprocess("scale", "one_hot"),
            Decomposition = new DecompositionPlan(new PcaDecomposer(new PcaParameters(2, true, true, null)), null),
        };
        var fit = Train(plan);
        Assert.Equal(fit.Training.Prediction.Values.Values, fit.Model.Predict(All, Context).Values.Values);
        Assert.Equal(fit.Training.Prediction.Values.Values, Reread(fit.Model).Predict(All, Context).Values.Values);
        Assert.Equal(fit.Features, Reread(fit.Model).Features.Select(f => f.Name));
    }

    [Fact]
    public void ColumnsAreFoundByNameAndOthersPassedOver()
    {
        var model = Train(Glm).Model;
        Table mixed = new([new DoubleColumn("other", new double[All.Rows]), .. All.Columns.Reverse().Skip(1)], All.Rows);
        Assert.Equal(model.Predict(All, Context).Values.Values, model.Predict(mixed, Context).Values.Values);
    }

    [Fact]
    public void AnAbsentColumnIsNamed()
    {
        var model = Train(Glm).Model;
        Assert.Equal(
            "The model was trained on columns that the table does not have: b, kind.",
            Assert.Throws<LearningException>(() => model.Predict(new Table([.. All.Columns.Where(c => c.Name is "a" or "c")], All.Rows), Context)).Message);
    }

    [Fact]
    public void AColumnOfAnotherTypeIsNamed()
    {
        var model = Train(Glm).Model;
        var flags = new LogicalColumn("a", BitView.Pack(All.Rows, i => i % 2 == 0));
        Assert.Equal(
            "variable 'a' was fitted with type \"numeric\" but type \"logical\" was supplied",
            Assert.Throws<LearningException>(() => model.Predict(new Table([flags, .. All.Columns.Skip(1)], All.Rows), Context)).Message);
    }

    [Fact]
    public void CasesThatMissAValueHaveNoPredictionAndTheOthersHave()
    {
        var fit = Train(Glm);
        var numbers = NumericColumn.Numbers(All.Columns[0]).ToArray();
        numbers[3] = double.NaN;
        var gaps = new Table([new DoubleColumn("a", numbers), .. All.Columns.Skip(1)], All.Rows);
        var applied = AppliedModel.Of(fit.Model, gaps, Context);
        var values = applied.Prediction.Values.Values;
        Assert.True(double.IsNaN(values[3]));
        Assert.Equal(fit.Training.Prediction.Values.Values[4], values[4], 1e-14);
        Assert.Equal((FactorColumn.Missing, All.Rows - 1), (applied.Classes![3], applied.Predicted));
        Assert.Equal(All.Rows - 1, applied.Test!.Actual.Length);
        Assert.Contains("1 of 120 cases miss a value of a feature and are not predicted.", _said);
    }

    [Fact]
    public void ATreePredictsCasesThatMissAValue()
    {
        var fit = Train(new TrainingPlan { Learner = new CartLearner(new CartParameters()) });
        var gaps = new Table([new DoubleColumn("a", Enumerable.Repeat(double.NaN, All.Rows).ToArray()), .. All.Columns.Skip(1)], All.Rows);
        Assert.DoesNotContain(fit.Model.Predict(gaps, Context).Values.Values, double.IsNaN);
    }

    [Fact]
    public void AnOutcomeInTheTableJudgesThePredictions()
    {
        var fit = Train(Glm);
        Assert.Equal(fit.Training.Metrics.Overall.Values, AppliedModel.Of(fit.Model, All, Context).Test!.Metrics.Overall.Values);
        // Levels in another order, and one that the model doesn't know.
        var codes = Data.ClassCodes.ToArray().Select((c, i) => i == 0 ? 0 : 2 - c).ToArray();
        var strange = new FactorColumn("outcome", codes, ["new", "class1", "class0"]);
        var judged = AppliedModel.Of(fit.Model, All.WithColumns([.. Data.Features, strange]), Context).Test!;
        Assert.Equal(All.Rows - 1, judged.Actual.Length);
        Assert.Equal(["class0", "class1"], ((FactorColumn)judged.Actual).Levels);
        Assert.Null(AppliedModel.Of(fit.Model, All.WithColumns(Data.Features), Context).Test);
    }

    [Fact]
    public void ADamagedFileIsNoModel()
    {
        using var file = new MemoryStream();
        ModelFile.Write(Train(Glm).Model, file);
        var bytes = file.ToArray();
        Assert.Equal("GLM", ModelFile.Read(bytes).Algorithm);
        for (var cut = 0; cut < bytes.Length; cut += 7) Assert.Throws<InvalidDataException>(() => ModelFile.Read(bytes.AsSpan(0, cut)));
        for (var at = 0; at < bytes.Length; at += 5)
        {
            bytes[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => ModelFile.Read(bytes));
            bytes[at] ^= 0x10;
        }
    }

    static TrainingPlan Glm => new() { Learner = new GlmLearner(new GlmParameters()) };

    static PreprocessorConfig Preprocess(params string[] options) =>
        PreprocessorConfig.Create([.. options.Select(o => KeyValuePair.Create<string, ParameterValue>(o, new ParameterValue.Logical(true)))]);

    FittedModel Train(TrainingPlan plan) => ((SupervisedResult)Trainer.Train(plan, All, Context)).Fit;

    static TrainedModel Reread(TrainedModel model)
    {
        using var file = new MemoryStream();
        ModelFile.Write(model, file);
        return ModelFile.Read(file.ToArray());
    }
}
