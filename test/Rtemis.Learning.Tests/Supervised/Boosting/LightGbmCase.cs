using System.Text.Json;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

/// <summary>Data and options with what LightGBM 4.6 made of them: on one thread, with histograms by column, as rtemis runs it.</summary>
sealed class LightGbmCase
{
    static readonly JsonElement File = GoldenData.ReadCompressed("Boosting", "lightgbm");

    static readonly Dictionary<string, JsonElement> Cases = File.GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!);

    readonly JsonElement _case;
    readonly JsonElement _data;

    LightGbmCase(JsonElement recorded)
    {
        _case = recorded;
        _data = File.GetProperty("data").GetProperty(recorded.GetProperty("data").GetString()!);
    }

    public static IEnumerable<string> Names => Cases.Keys;

    public static LightGbmCase Find(string name) => new(Cases[name]);

    public int Rounds => _case.GetProperty("rounds").GetInt32();

    public int Outputs => _case.GetProperty("k").GetInt32();

    /// <summary>The number of trees that LightGBM kept.</summary>
    public int Trees => _case.GetProperty("trees").GetInt32();

    /// <summary>The splits of all trees.</summary>
    public int Splits => _case.GetProperty("splits").GetInt32();

    /// <summary>The gain of each feature.</summary>
    public double[] Gains => GoldenData.Numbers(_case.GetProperty("gain"));

    /// <summary>The sums of trees, case after case, one an output.</summary>
    public double[] Raw => GoldenData.Numbers(_case.GetProperty("raw"));

    public CodedColumn[] Columns
    {
        get
        {
            var categorical = _case.GetProperty("categorical").EnumerateArray().Select(c => c.GetInt32()).ToHashSet();
            return [.. _data.GetProperty("columns").EnumerateArray().Select((c, f) => new CodedColumn(GoldenData.Numbers(c), categorical.Contains(f)))];
        }
    }

    public BoostedCases Outcome
    {
        get
        {
            var classes = Objective switch { "binary" => 2, "multiclass" or "multiclassova" => Outputs, _ => 0 };
            return new BoostedCases(Singles("y"), _case.GetProperty("weights").GetBoolean() ? Singles("w") : null, classes);
        }
    }

    string? Objective => Parameters.TextOrNull("objective");

    ParameterValues Parameters
    {
        get
        {
            List<KeyValuePair<string, ParameterValue>> given = [new("min_data_per_group", new ParameterValue.Integer(100))];
            given.AddRange(_case.GetProperty("params").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Value(p))));
            return LightGbmParameters.Set.Bind(given);
        }
    }

    /// <summary>Learns the case.</summary>
    public BoostedEnsemble Fit(int threads = 2) =>
        new Booster(LightGbmParameters.From(Parameters).Options, Rounds, 0, 0).Fit(Columns, Outcome, null, new RunContext(threads: threads)).Ensemble;

    float[] Singles(string name) => Array.ConvertAll(GoldenData.Numbers(_data.GetProperty(name)), value => (float)value);

    static ParameterValue Value(JsonProperty given) => Value(given.Name, given.Value);

    static ParameterValue Value(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => new ParameterValue.Vector([.. json.EnumerateArray().Select(item => Value(name, item))]),
        JsonValueKind.True or JsonValueKind.False => new ParameterValue.Logical(json.GetBoolean()),
        JsonValueKind.String => new ParameterValue.Text(json.GetString()!),
        _ => LightGbmParameters.Set.Specs.First(s => s.Name == name).Kind == ParameterKind.Integer
            ? new ParameterValue.Integer((int)json.GetDouble())
            : new ParameterValue.Number(json.GetDouble()),
    };
}
