using System.Globalization;
using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Tests.Golden;

/// <summary>What rtemis 1.3.7 in R gave for CART: jobs with one or more fits each.</summary>
static class CartGolden
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A recorded job.</summary>
    public sealed record Job(
        string Data, Dictionary<string, double> Hyperparameters, bool Ifw, string? Weights, string[] Factors, Fit[] Fits);

    /// <summary>One of a job's fits; rows are 1-based as in R, null for all.</summary>
    public sealed record Fit(
        int[]? Training, int[]? Test, Dictionary<string, double> Hyperparameters, JsonElement Predicted,
        Dictionary<string, double[]>? Probabilities, string[] Variables, double[] Importance);

    public static Job ReadJob(string name) => GoldenData.Read("Cart", name).Deserialize<Job>(Json)!;

    /// <summary>The job's data; a column of weights is not among the features.</summary>
    public static SupervisedData ReadData(Job job)
    {
        var columns = GoldenData.Table(job.Data).Columns;
        var features = columns.SkipLast(1).Where(c => c.Name != job.Weights)
            .Select(c => job.Factors.Contains(c.Name) ? AsFactor(c) : c).ToArray();
        ReadOnlyMemory<double>? weights = null;
        if (job.Weights is not null) weights = NumericColumn.Numbers(columns.Single(c => c.Name == job.Weights));
        if (job.Ifw) weights = InverseFrequencies((FactorColumn)columns[^1]);
        return new SupervisedData(features, columns[^1], weights);
    }

    static FactorColumn AsFactor(Column column)
    {
        var cells = NumericColumn.Numbers(column).ToArray();
        var levels = cells.Distinct().Order().ToArray();
        return new FactorColumn(
            column.Name, Array.ConvertAll(cells, c => Array.IndexOf(levels, c)),
            Array.ConvertAll(levels, l => l.ToString(CultureInfo.InvariantCulture)));
    }

    static double[] InverseFrequencies(FactorColumn outcome)
    {
        var counts = new int[outcome.Levels.Count];
        foreach (var code in outcome.Codes.Span) counts[code]++;
        return [.. outcome.Codes.ToArray().Select(code => (double)counts.Max() / counts[code])];
    }
}
