using Rtemis.Data;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Decomposition.Ica;
using Rtemis.Learning.Decomposition.Nmf;
using Rtemis.Learning.Decomposition.Umap;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

/// <summary>Models that are trained on components.</summary>
public sealed class ComponentModelTests
{
    static readonly Table Data = GoldenData.Table("mtcars");

    public static TheoryData<string> Algorithms => ["ICA", "NMF"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void TheTrainingTableIsPredictedAsInTrainingAlsoAfterAFile(string algorithm)
    {
        var fit = ((SupervisedResult)Trainer.Train(Plan(algorithm), Data, new RunContext(seed: 1))).Fit;
        Assert.Equal(["cyl", $"{algorithm}_1", $"{algorithm}_2"], fit.Features);
        var predictions = fit.Training.Prediction.Values.Values;
        Assert.Equal(predictions, fit.Model.Predict(Data, new RunContext()).Values.Values, Close);
        using var file = new MemoryStream();
        ModelFile.Write(fit.Model, file);
        Assert.Equal(predictions, ModelFile.Read(file.ToArray()).Predict(Data, new RunContext()).Values.Values, Close);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void CasesHeldOutAreProjected(string algorithm)
    {
        var fit = ((SupervisedResult)Trainer.Train(Plan(algorithm), Data.SelectRows([.. Enumerable.Range(0, 24)]), new RunContext(seed: 1))).Fit;
        var held = fit.Model.Predict(Data.SelectRows([30, 25]), new RunContext()).Values.Values;
        var all = fit.Model.Predict(Data, new RunContext()).Values.Values;
        Assert.Equal(all[30], held[0], 1e-9);
        Assert.Equal(all[25], held[1], 1e-9);
    }

    // A case that was learned from is not put back where it was, so only the file and the cases held out can be compared.
    [Fact]
    public void AMapPlacesCasesHeldOutAlsoAfterAFile()
    {
        var fit = ((SupervisedResult)Trainer.Train(Plan("UMAP"), Data.SelectRows([.. Enumerable.Range(0, 24)]), new RunContext(seed: 1))).Fit;
        Assert.Equal(["cyl", "V1", "V2"], fit.Features);
        var all = fit.Model.Predict(Data, new RunContext()).Values.Values;
        Assert.All(all, value => Assert.True(double.IsFinite(value)));
        Assert.Equal(all[30], fit.Model.Predict(Data.SelectRows([30]), new RunContext()).Values.Values[0], 1e-9);
        using var file = new MemoryStream();
        ModelFile.Write(fit.Model, file);
        Assert.Equal(all, ModelFile.Read(file.ToArray()).Predict(Data, new RunContext(seed: 2)).Values.Values);
    }

    static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;

    static TrainingPlan Plan(string algorithm) => new()
    {
        Learner = new GlmLearner(new GlmParameters()),
        Decomposition = new DecompositionPlan(Decomposer(algorithm), ["disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb"]),
    };

    static IDecomposer Decomposer(string algorithm) => algorithm switch
    {
        "ICA" => new IcaDecomposer(new IcaParameters { K = 2 }),
        "NMF" => new NmfDecomposer(new NmfParameters(2, "brunet", 1)),
        _ => new UmapDecomposer(UmapParameters.From(UmapParameters.Set.Defaults) with { Neighbors = 8, Epochs = 100 }),
    };
}
