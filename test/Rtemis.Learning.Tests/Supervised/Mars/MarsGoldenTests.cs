using System.Text.Json;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Mars;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Mars;

/// <summary>
/// Every option against what the R package earth 5.3.2 gave for the same table, weights and seed of R's L'Ecuyer-CMRG stream. The variables are compared one by
/// one: a knot or a term that is not the same shows in predictions and importance.
/// </summary>
public class MarsGoldenTests
{
    // The recorded numbers have twelve digits.
    const double Tolerance = 1e-10;

    public static TheoryData<string> Cases => [.. GoldenData.Names("Mars")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_the_predictions_and_importance_of_earth(string name)
    {
        var recorded = GoldenData.Read("Mars", name);
        var table = GoldenData.Table(recorded.GetProperty("data").GetString()!);
        ReadOnlyMemory<double>? weights = null;
        if (recorded.TryGetProperty("weights", out var given)) weights = GoldenData.Numbers(given);
        var data = new SupervisedData([.. table.Columns.SkipLast(1)], table.Columns[^1], weights);
        var context = new RunContext(seed: recorded.TryGetProperty("seed", out var seed) ? seed.GetUInt32() : 1);

        var model = new MarsLearner(Options(recorded.GetProperty("options"))).Fit(data, context);

        Near(GoldenData.Numbers(recorded.GetProperty("predicted")), model.Predict(data.Features, context).Values.Values);
        Assert.Equal(GoldenData.Texts(recorded.GetProperty("variables")), model.Importance!.Variables);
        Near(GoldenData.Numbers(recorded.GetProperty("importance")), model.Importance.Measures[0].Values);
    }

    static MarsParameters Options(JsonElement options) =>
        MarsParameters.From(MarsParameters.Set.Bind(options.EnumerateObject().Select(o => KeyValuePair.Create(o.Name, Value(o.Value)))));

    static ParameterValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new ParameterValue.Text(value.GetString()!),
        JsonValueKind.True or JsonValueKind.False => new ParameterValue.Logical(value.GetBoolean()),
        _ when value.TryGetInt32(out var whole) => new ParameterValue.Integer(whole),
        _ => new ParameterValue.Number(value.GetDouble()),
    };

    static void Near(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance * (1 + Math.Abs(pair.First))));
    }
}
