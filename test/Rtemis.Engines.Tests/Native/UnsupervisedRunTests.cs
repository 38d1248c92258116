using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning;
using Rtemis.Learning.Clustering;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Native;

/// <summary>Decomposition and clustering jobs around algorithms that do next to nothing.</summary>
public sealed class UnsupervisedRunTests
{
    static readonly Table Data = new(
        [
            new DoubleColumn("a", new[] { 1.0, 2, 3 }), new IntegerColumn("b", new[] { 4, 5, 6 }), new FactorColumn("f", new[] { 0, 0, 0 }, ["x"]),
            new DoubleColumn("m", new[] { 1, double.NaN, 3 }),
        ], 3);

    static readonly DecompositionAlgorithm First = new()
    {
        Name = "First",
        Description = "The first column",
        Applicable = true,
        Parameters = new ParameterSet("FirstConfig", null,
            [ParameterSpec.Integer("k", 1), ParameterSpec.Text("features", null) with { Vector = true, MinimumCount = 2 }]),
        Create = _ => new FirstColumn(),
        Show = _ => new JsonObject { ["what"] = "the first" },
    };

    static readonly ClusteringAlgorithm One = new()
    {
        Name = "One",
        Description = "All together",
        Parameters = new ParameterSet("OneConfig", null, [ParameterSpec.Integer("k", 1)]),
        Create = _ => new OneCluster(1),
        Show = (found, columns) => new JsonObject { [columns[0]] = found.Clusters[0] },
    };

    readonly List<string> _said = [];

    [Fact]
    public void ADecompositionGivesItsSlices()
    {
        var bundle = Decompose("""{"data_handle":"d","algorithm":"first","features":["b","a"],"config":{"k":2}}""");
        Assert.Equal(
            ["rtemis::decomp|▶", "summarize_unsupervised|Input: 3 cases x 2 features.", "rtemis::decomp|Decomposing with First...", "rtemis::decomp|Done"], _said);
        var transformed = Assert.IsType<DoubleColumn>(Assert.Single(bundle.Tables["transformed"].Table.Columns));
        Assert.Equal(("C1", 4.0), (transformed.Name, transformed.Values.Span[0]));
        Assert.Equal(["variable", "C1"], bundle.Tables["loadings"].Table.Columns.Select(c => c.Name));
        var summary = bundle.Documents["summary"];
        Assert.Equal(
            """{".class":"FirstConfig","algorithm":"First","features":null,"config":{"k":2},"k":2}""", summary["config"]!.ToJsonString());
        Assert.Equal(1, summary["metrics"]!["metrics"]![0]!["effective_dimensionality"]!.GetValue<double>());
        Assert.Equal("""["b","a"]""", summary["data_fingerprint"]!["column_names"]!.ToJsonString());
        Assert.Equal("user", bundle.Documents["record"]["decomposition_config"]!["config"]!["origin"]!["k"]!.GetValue<string>());
        Assert.Equal("""{"C1":[4,5,6]}""", bundle.Documents["raw"]["transformed"]!.ToJsonString());
        Assert.Equal("""{"what":"the first"}""", bundle.Documents["raw"]["decom"]!.ToJsonString());
    }

    [Fact]
    public void AConfigMayRestrictTheColumns() => Assert.Equal(
        """["b","a"]""",
        Decompose("""{"data_handle":"d","algorithm":"first","config":{"features":["b","a"]}}""").Documents["summary"]["config"]!["features"]!.ToJsonString());

    [Fact]
    public void AClusteringGivesItsSlices()
    {
        var bundle = Cluster("""{"data_handle":"d","algorithm":"ONE","features":["a","b"]}""");
        Assert.Equal(
            [
                "rtemis::cluster|▶", "summarize_unsupervised|Input: 3 cases x 2 features.", "rtemis::cluster|Clustering with One...",
                "|Checking unsupervised data...", "check_unsupervised_data|done", "cluster_|Clustering with One ...", "rtemis::cluster|Done",
            ],
            _said);
        Assert.Equal([1, 1, 1], Assert.IsType<IntegerColumn>(Assert.Single(bundle.Tables["assignments"].Table.Columns)).Values.ToArray());
        Assert.Equal(1, bundle.Documents["summary"]["k"]!.GetValue<int>());
        Assert.Equal("""{"a":1}""", bundle.Documents["raw"]["clust"]!.ToJsonString());
    }

    [Fact]
    public void WhereTheNumberOfClustersIsFoundItIsTold()
    {
        var request = UnsupervisedParser.Cluster(
            JsonDocument.Parse("""{"data_handle":"d","algorithm":"One","features":["a","b"]}""").RootElement, [One with { Create = _ => new OneCluster(null) }]);
        Assert.Equal(1, ClusterRun.Run(request, Data, Context).Documents["summary"]["k"]!.GetValue<int>());
        Assert.Equal(["cluster_|Clustering with One ...", "rtemis::cluster|Found 1 clusters.", "rtemis::cluster|Done"], _said[^3..]);
    }

    [Theory]
    [InlineData("""{"data_handle":"d","algorithm":"One","features":["a","zz","y"]}""", "Features not in dataset: zz, y.", null)]
    [InlineData("""{"data_handle":"d","algorithm":"One","features":["a"]}""", "Data must contain at least 2 columns.", "rtemis_dim_error")]
    [InlineData("""{"data_handle":"d","algorithm":"One"}""", "All columns must be numeric.", "rtemis_data_error")]
    [InlineData("""{"data_handle":"d","algorithm":"One","features":["a","m"]}""", "Data should not contain missing values.", "rtemis_missing_data")]
    public void ColumnsThatCantBeUsedAreRefused(string json, string message, string? told)
    {
        Assert.Equal(message, Assert.Throws<LearningException>(() => Cluster(json)).Message);
        if (told is not null) Assert.Equal($"check_unsupervised_data|✖ {told}", _said[^1]);
    }

    [Fact]
    public void FeaturesOfAConfigMustBeNumbers() => Assert.Equal(
        "`features` must name numeric training features; not found: f, zz.",
        Assert.Throws<LearningException>(() => Decompose("""{"data_handle":"d","algorithm":"first","config":{"features":["f","zz"]}}""")).Message);

    ResultBundle Decompose(string json) => DecomposeRun.Run(UnsupervisedParser.Decompose(JsonDocument.Parse(json).RootElement, [First]), Data, Context);

    ResultBundle Cluster(string json) => ClusterRun.Run(UnsupervisedParser.Cluster(JsonDocument.Parse(json).RootElement, [One]), Data, Context);

    RunContext Context => new(m => _said.Add($"{m.Stage}|{(m.Text.StartsWith("Done in", StringComparison.Ordinal) ? "Done" : m.Text)}"));

    sealed class FirstColumn : IDecomposer, IDecompositionModel
    {
        public string Algorithm => "First";

        public IReadOnlyList<string> ComponentNames => ["C1"];

        public Matrix Scores { get; private set; } = new(0, 1);

        public Loadings? Loadings { get; private set; }

        public IDecompositionModel Fit(NumericFrame data, RunContext context)
        {
            var scores = new Matrix(data.Rows, 1);
            data.Column(0).CopyTo(scores.Column(0));
            return new FirstColumn { Scores = scores, Loadings = new Loadings(data.Names, ComponentNames, new Matrix(data.Columns, 1)) };
        }

        public bool Invertible => false;

        public IProjection? Projection => null;

        public void Reconstruct(int first, Matrix cases) => throw new NotSupportedException();
    }

    sealed class OneCluster(int? k) : IClusterer
    {
        public string Algorithm => "One";

        public int? K => k;

        public ClusterAssignment Fit(NumericFrame data, RunContext context) => new([.. Enumerable.Repeat(1, data.Rows)]);
    }
}
