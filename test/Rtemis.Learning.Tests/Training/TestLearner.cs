using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Tests.Training;

/// <summary>Predicts the weighted mean, or the classes' weighted shares, whatever the features; and remembers what it was given.</summary>
sealed class TestLearner : ISupervisedLearner
{
    public string Algorithm => "Mean";

    public bool AllowsMissing { get; init; }

    public bool SupportsMulticlass { get; init; } = true;

    public Func<SupervisedData, LearningException?> Refuse { get; init; } = _ => null;

    public List<SupervisedData> Seen { get; } = [];

    public List<double> Drawn { get; } = [];

    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        Seen.Add(data);
        Drawn.Add(context.Random.NextUniform());
        if (Refuse(data) is { } refusal) throw refusal;
        return new Model(Shares(data));
    }

    static double[] Shares(SupervisedData data)
    {
        var levels = data.Classes.Count;
        var sums = new double[levels == 0 ? 1 : levels];
        double total = 0;
        for (var i = 0; i < data.Rows; i++)
        {
            var weight = data.Weights?.Span[i] ?? 1;
            total += weight;
            if (levels == 0) sums[0] += weight * data.Numbers.Span[i];
            else sums[data.ClassCodes.Span[i]] += weight;
        }
        double[] shares = [.. sums.Select(s => s / total)];
        return levels == 2 ? [shares[1]] : shares;
    }

    sealed class Model(double[] shares) : ISupervisedModel
    {
        public VariableImportance? Importance => new(["a"], [new ImportanceMeasure("Share", [shares[0]])]);

        public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
        {
            var values = new Matrix(features[0].Length, shares.Length);
            for (var c = 0; c < shares.Length; c++) values.Column(c).Fill(shares[c]);
            return new Prediction(values);
        }
    }
}
