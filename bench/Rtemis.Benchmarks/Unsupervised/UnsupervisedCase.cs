using System.Globalization;
using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;

namespace Rtemis.Benchmarks.Unsupervised;

/// <summary>A decomposition or a clustering of a table, as it is measured.</summary>
/// <param name="Algorithm">rtemis's name.</param>
/// <param name="Options">Those that are not at their defaults, as in a request.</param>
/// <param name="Rows">The table's cases.</param>
/// <param name="Columns">Its columns.</param>
sealed record UnsupervisedCase(string Algorithm, string Options, int Rows, int Columns)
{
    /// <summary>The sizes for which there are goals, and for the others some that R ends in a minute or two.</summary>
    public static IReadOnlyList<UnsupervisedCase> All { get; } =
    [
        new("PCA", "{}", 100_000, 80),
        new("ICA", "{}", 100_000, 80),
        new("NMF", """{"k":3}""", 1_000, 30) { Positive = true },
        new("Isomap", "{}", 1_000, 20),
        new("Isomap", """{"nsd":10}""", 1_000, 20) { Spread = 0 },
        new("tSNE", "{}", 5_000, 20),
        new("tSNE", "{}", 50_000, 20),
        new("UMAP", "{}", 5_000, 20),
        new("UMAP", "{}", 50_000, 20),
        new("KMeans", """{"k":3}""", 100_000, 4),
        new("KMeans", """{"k":10}""", 100_000, 4),
        new("HardCL", """{"k":5}""", 100_000, 4),
        new("NeuralGas", """{"k":5}""", 100_000, 4),
        new("CMeans", """{"k":5}""", 100_000, 4),
        new("DBSCAN", """{"eps":0.5,"min_points":10}""", 100_000, 4),
    ];

    /// <summary>Whether the table has no number below 0.</summary>
    public bool Positive { get; init; }

    /// <summary>The standard deviation of the groups' middles; 0 makes the cases one group, whose graph of neighbours is connected.</summary>
    public double Spread { get; init; } = 4;

    /// <summary>All options as a list in R's language.</summary>
    public string RSource => $"list({string.Join(", ", Values.Set.Specs.Select(s => $"{s.Name} = {Values[s.Name].Source}"))})";

    ParameterValues Values
    {
        get
        {
            using var given = JsonDocument.Parse(Options);
            return Set.Bind(ParameterJson.ReadMembers(given.RootElement));
        }
    }

    DecompositionAlgorithm? Decomposition => NativeAlgorithms.Decompositions.FirstOrDefault(a => a.Name == Algorithm);

    ClusteringAlgorithm Clustering => NativeAlgorithms.Clusterings.First(a => a.Name == Algorithm);

    ParameterSet Set => Decomposition?.Parameters ?? Clustering.Parameters;

    /// <summary>The table.</summary>
    /// <param name="mostRows">The most cases that it has.</param>
    public GroupsTable Table(int mostRows = int.MaxValue) => new(Math.Min(Rows, mostRows), Columns, Spread, Positive);

    /// <summary>Fits it.</summary>
    public void Fit(NumericFrame data, RunContext context)
    {
        if (Decomposition is { } decomposition) decomposition.Create(Values).Fit(data, context);
        else Clustering.Create(Values).Fit(data, context);
    }

    public override string ToString()
    {
        var options = Options == "{}" ? "" : $" {Options.Replace("\"", "", StringComparison.Ordinal)}";
        return string.Create(CultureInfo.InvariantCulture, $"{Algorithm}{options}, {Rows:N0} x {Columns}");
    }
}
