using System.Text.Json;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Resampling;

public class ResamplerGoldenTests
{
    public static TheoryData<string> Jobs => [.. GoldenData.Names("Resamples")];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Draws_the_cases_that_rtemis_drew(string job)
    {
        var recorded = GoldenData.Read("Resamples", job);
        var table = GoldenData.Table(recorded.GetProperty("data").GetString()!);
        var heard = new List<TextMessage>();

        var drawn = Resampler.Draw(Config(recorded.GetProperty("request")), table, new RunContext(m => heard.Add((TextMessage)m), seed: 1));

        var bootstrap = recorded.TryGetProperty("training", out var expected);
        if (!bootstrap) expected = recorded.GetProperty("heldOut");
        Assert.Equal(expected.EnumerateObject().Select(p => p.Name), drawn.Resamples.Select(r => r.Name));
        foreach (var resample in drawn.Resamples)
        {
            var rows = bootstrap ? resample.TrainingRows : resample.TestRows(table.Rows);
            Assert.Equal(GoldenData.Rows(expected.GetProperty(resample.Name)), rows);
        }
        Assert.Equal(recorded.GetProperty("description").GetString(), drawn.Description);
        var says = recorded.GetProperty("says").EnumerateArray().Select(s => (s[0].GetString(), s[1].GetString()!));
        Assert.Equal(says, heard.Select(m => (m.Stage, m.Text)));
        Assert.Equal(Values(recorded.GetProperty("config")), drawn.Config.Set.Specs.Select(s => (s.Name, drawn.Config[s.Name])));
    }

    static ResamplerConfig Config(JsonElement request) =>
        ResamplerConfig.Create(request.GetProperty("type").GetString()!, Values(request).Select(v => KeyValuePair.Create(v.Name, v.Value)));

    static IEnumerable<(string Name, ParameterValue Value)> Values(JsonElement fields) =>
        fields.EnumerateObject().Where(f => f.Name != "type").Select(f => (f.Name, Value(f.Value)));

    static ParameterValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => ParameterValue.Null,
        JsonValueKind.String => new ParameterValue.Text(value.GetString()!),
        _ => value.TryGetInt32(out var whole) ? new ParameterValue.Integer(whole) : new ParameterValue.Number(value.GetDouble()),
    };
}
