using System.Text.Json;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Clustering.HardCl;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Clustering.NeuralGas;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Clustering;

/// <summary>The numbers of flexclust 1.5.0, given its draws.</summary>
public class FlexclustTests
{
    static readonly JsonElement[] Recorded = [.. GoldenData.Read("Clusters", "flexclust").EnumerateArray()];

    public static TheoryData<int> Fits => [.. Enumerable.Range(0, Recorded.Length)];

    [Theory]
    [MemberData(nameof(Fits))]
    public void CentersAndClustersAreThoseOfTheOriginal(int index)
    {
        var recorded = Recorded[index];
        var data = ClusterGolden.Data(recorded);
        var (k, distance) = (recorded.GetProperty("k").GetInt32(), ClusterGolden.Distance(recorded));
        var context = new RunContext(seed: 11);
        var found = recorded.GetProperty("method").GetString() switch
        {
            "hardcl" => (CentroidAssignment)new HardClClusterer(new HardClParameters(k, distance)).Fit(data, context),
            "neuralgas" => (CentroidAssignment)new NeuralGasClusterer(new NeuralGasParameters(k, distance)).Fit(data, context),
            _ => FirstStart(data, k, distance, context),
        };
        ClusterGolden.Near(recorded, "centers", found.Centers, 1e-12);
        Assert.Equal(ClusterGolden.Clusters(recorded), found.Clusters);
    }

    static CentroidAssignment FirstStart(NumericFrame data, int k, CentroidDistance distance, RunContext context)
    {
        var run = new KMeansRun(new KMeansCases(data, distance, context), data.Select(new StartCenters(data, k, context).Draw(context).Starts));
        run.Continue(200, new WorkSplit(1, CancellationToken.None));
        return new CentroidAssignment(FinalLabels.Of(data, run.Centers, distance, context), run.Centers);
    }
}
