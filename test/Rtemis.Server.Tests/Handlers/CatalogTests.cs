using System.Text.Json;
using Rtemis.Protocol;

namespace Rtemis.Server.Tests.Handlers;

/// <summary>What a form is built from.</summary>
public sealed class CatalogTests
{
    [Theory]
    [InlineData(Methods.AlgorithmDescribe, "CART", "maxdepth",
        """{"name":"maxdepth","type":"integer","default":20,"tunable":true,"value_type":"integer","minimum":1,"maximum":30,"help":"The greatest depth of a node; the root has depth 0."}""")]
    [InlineData(Methods.AlgorithmDescribe, "CART", "cost",
        """{"name":"cost","type":"null","default":null,"tunable":false,"value_type":"double","exclusive_minimum":0,"nullable":true,"vector":true,"help":"Has no effect."}""")]
    [InlineData(Methods.AlgorithmDescribe, "glm", "ifw",
        """{"name":"ifw","type":"logical","default":false,"tunable":true,"value_type":"logical","help":"Weights cases by the inverse frequency of their class."}""")]
    [InlineData(Methods.ClusterAlgorithmDescribe, "KMeans", "dist",
        """{"name":"dist","type":"character","default":"euclidean","tunable":false,"choices":["euclidean","manhattan"],"value_type":"character","help":"How far a case is from a center."}""")]
    [InlineData(Methods.ResamplerDescribe, null, "train_p",
        """{"name":"train_p","type":"double","default":0.75,"tunable":false,"value_type":"double","exclusive_minimum":0,"exclusive_maximum":1,"help":"The share of cases to learn from."}""")]
    public async Task AParameterTellsItsTypeItsBoundsAndWhatItIsFor(string method, string? algorithm, string parameter, string expected)
    {
        await using var server = await RunningServer.StartAsync();
        await using var client = await server.ConnectAsync();
        var answer = (await client.AskAsync(method, JsonSerializer.Serialize(new { name = algorithm }))).Result;
        var list = answer.TryGetProperty("hyperparameters", out var own) ? own : answer.GetProperty("parameters");
        Assert.Equal(expected, list.EnumerateArray().Single(p => p.GetProperty("name").GetString() == parameter).GetRawText());
    }
}
