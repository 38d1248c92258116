using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.RuleFit;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Supervised.RuleFit;

/// <summary>Options and cases, with the rules that R reads off LightGBM 4.6's trees and the coefficients that glmnet gives them.</summary>
sealed class RuleFitCase
{
    static readonly JsonElement File = GoldenData.ReadCompressed("RuleFit", "rules");

    readonly JsonElement _case;

    RuleFitCase(JsonElement recorded) => _case = recorded;

    public static IEnumerable<string> Names => File.EnumerateArray().Select(Name);

    public static RuleFitCase Find(string name) => new(File.EnumerateArray().First(c => Name(c) == name));

    public IReadOnlyList<string> Rules => GoldenData.Texts(_case.GetProperty("rules"));

    /// <summary>The number of cases that meet each rule.</summary>
    public int[] Matches => [.. _case.GetProperty("matches").EnumerateArray().Select(m => m.GetInt32())];

    /// <summary>Intercept and coefficients of each linear predictor.</summary>
    public double[][] Coefficients => [.. _case.GetProperty("coefficients").EnumerateArray().Select(GoldenData.Numbers)];

    /// <summary>Predictions, column by column.</summary>
    public double[][] Predicted => [.. _case.GetProperty("predicted").EnumerateArray().Select(GoldenData.Numbers)];

    public SupervisedData Data
    {
        get
        {
            var data = Of(_case.GetProperty("data").GetString()!);
            return _case.GetProperty("weights") is { ValueKind: JsonValueKind.Array } weights ? data.WithWeights(GoldenData.Numbers(weights)) : data;
        }
    }

    public static SupervisedData Of(string name)
    {
        var table = GoldenData.Table(name.Split('-')[0]);
        Column[] features = [.. table.Columns.SkipLast(1)];
        return new SupervisedData(
            name switch
            {
                "mtcars-factors" => [.. features.Select(f => f.Name is "cyl" or "carb" ? Factor(f) : f)],
                "pima-missing" => [.. features.Select(f => f.Name switch { "bmi" => Gaps(f, 0, 7), "glu" => Gaps(f, 2, 11), _ => f })],
                _ => features,
            },
            table.Columns[^1]);
    }

    public static LightRuleFitParameters Options(IEnumerable<KeyValuePair<string, ParameterValue>> options) =>
        LightRuleFitParameters.From(LightRuleFitParameters.Set.Bind(options));

    public static RuleFitModel Fit(LightRuleFitParameters options, SupervisedData data, RunContext? context = null) =>
        (RuleFitModel)new LightRuleFitLearner(options, InnerTraining.Alone).Fit(data, context ?? new RunContext(seed: 1));

    public RuleFitModel Fit() => Fit(Options(_case.GetProperty("parameters").EnumerateObject().Select(o => KeyValuePair.Create(o.Name, Value(o.Value)))), Data);

    static string Name(JsonElement recorded) => recorded.GetProperty("name").GetString()!;

    static FactorColumn Factor(Column feature)
    {
        var numbers = NumericColumn.Numbers(feature).ToArray();
        double[] levels = [.. numbers.Distinct().Order()];
        return new FactorColumn(feature.Name, Array.ConvertAll(numbers, n => Array.IndexOf(levels, n)), [.. levels.Select(l => $"{l}")]);
    }

    static DoubleColumn Gaps(Column feature, int first, int step) =>
        new(feature.Name, NumericColumn.Numbers(feature).ToArray().Select((v, i) => i >= first && (i - first) % step == 0 ? double.NaN : v).ToArray());

    static ParameterValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new ParameterValue.Text(json.GetString()!),
        _ => json.TryGetInt32(out var whole) ? new ParameterValue.Integer(whole) : new ParameterValue.Number(json.GetDouble()),
    };
}
