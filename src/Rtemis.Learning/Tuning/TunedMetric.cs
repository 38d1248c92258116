using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Tuning;

/// <summary>The figure that decides a search.</summary>
/// <param name="Name">Its name in the metric row.</param>
/// <param name="Maximize">Whether more is better.</param>
sealed record TunedMetric(string Name, bool Maximize)
{
    // As in rtemis, every other figure is better when it is less, "auc" among them, unless the request says otherwise.
    static readonly string[] MoreIsBetter = ["accuracy", "balanced_accuracy", "rsq", "r"];

    /// <summary>The figure that was asked for, or that of the outcome's type.</summary>
    /// <exception cref="LearningException">Outcomes of that type have no such figure.</exception>
    public static TunedMetric For(GridSearchConfig config, SupervisedData data)
    {
        var classification = data.Task == TaskType.Classification;
        var known = classification ? ClassificationMetrics.Names(data.Classes.Count) : RegressionMetrics.Names;
        var name = config.Values.TextOrNull("metric") ?? (classification ? "balanced_accuracy" : "mse");
        if (!known.Contains(name))
            throw new LearningException("rtemis_value_error", $"There is no metric '{name}' to tune by. This outcome has: {string.Join(", ", known)}.");
        return new TunedMetric(name, config.Values.LogicalOrNull("maximize") ?? MoreIsBetter.Contains(name));
    }

    /// <summary>The first of the rows with the best figure, or null where none has a figure.</summary>
    public int? Best(IReadOnlyList<MetricRow> rows)
    {
        int? best = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var value = rows[i][Name];
            if (double.IsNaN(value)) continue;
            if (best is not { } leader || (Maximize ? value > rows[leader][Name] : value < rows[leader][Name])) best = i;
        }
        return best;
    }

    /// <summary>The options with this figure filled in.</summary>
    public GridSearchConfig Resolve(GridSearchConfig config) => config with
    {
        Values = config.Values.With(
        [
            KeyValuePair.Create<string, ParameterValue>("metric", new ParameterValue.Text(Name)),
            KeyValuePair.Create<string, ParameterValue>("maximize", new ParameterValue.Logical(Maximize)),
        ]),
    };
}
