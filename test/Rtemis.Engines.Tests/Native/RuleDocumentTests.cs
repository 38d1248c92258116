using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Engines.Native;
using Rtemis.Engines.Tests.Conformance;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Native;

/// <summary>What the raw document tells of a model of rules.</summary>
public sealed class RuleDocumentTests
{
    [Fact]
    public void ChosenRulesOfTwoClassesComeWithTheirRisk()
    {
        var rules = Rules("pima");
        Assert.Equal(["Rule_ID", "Rule", "N_Cases", "Coefficient", "Empirical_Risk"], rules.Select(m => m.Key));
        Assert.Single(rules.Select(m => m.Value!.AsArray().Count).Distinct());
        var coefficients = rules["Coefficient"]!.AsArray().Select(c => c!.GetValue<double>()).ToList();
        Assert.Equal(coefficients.OrderDescending(), coefficients);
        Assert.All(rules["Rule"]!.AsArray(), rule => Assert.Matches("^[a-z]+ (<=|>) [-0-9.e]+( & |$)", rule!.GetValue<string>()));
    }

    [Fact]
    public void ChosenRulesOfMoreClassesHaveACoefficientForEach() => Assert.Equal(
        ["Rule_ID", "Rule", "N_Cases", "Coefficient", "setosa", "versicolor", "virginica"], Rules("iris").Select(m => m.Key));

    static JsonObject Rules(string data)
    {
        var engine = new NativeEngine();
        var request = JsonDocument.Parse("""{"data_handle":"d","algorithm":"LightRuleFit","hyperparameters":{"lambda_glmnet":0.02}}""").RootElement;
        var bundle = engine.CreateRunner().Run(engine.Parse(JobType.Train, request), new JobInput(GoldenTable.Read(data)), new RunContext(seed: 1));
        return JsonNode.Parse(bundle.Documents["raw"].ToJsonString())!["rules"]!.AsObject();
    }
}
