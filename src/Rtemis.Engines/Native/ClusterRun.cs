using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native.Documents;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Clustering;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native;

/// <summary>Carries out a clustering job and makes its slices.</summary>
static class ClusterRun
{
    const string Stage = "rtemis::cluster";

    public static ResultBundle Run(ClusterRequest request, Table data, RunContext context)
    {
        data = UnsupervisedData.Select(data, request.Columns);
        context.Say("▶", Stage);
        NumericInput.Announce(data, context);
        context.Say($"Clustering with {request.Algorithm}...", Stage);
        context.Say("Checking unsupervised data...", level: TextLevel.Start);
        var frame = NumericInput.Check(data, context);
        context.Say("done", "check_unsupervised_data", TextLevel.Done);
        context.Say($"Clustering with {request.Algorithm} ...", "cluster_");
        var clusterer = request.Clusterer.Create(request.Config);
        var assignment = clusterer.Fit(frame, context);
        var k = clusterer.K ?? Count(assignment, context);
        context.Say(ElapsedText.Done(context.Timeline.Elapsed), Stage);

        var fingerprint = DataFingerprint.Of(data.Columns, data.Rows, context.Work);
        var documents = new Dictionary<string, JsonNode>
        {
            ["summary"] = Summary(request, k, fingerprint, JsonShape.Elsewhere("clust"), JsonShape.Elsewhere("clusters")),
            ["record"] = UnsupervisedConfig.Record(
                "cluster", "clustering_config", request.Algorithm, request.Config, null, Provenance.Of(context, fingerprint)),
            ["raw"] = Summary(request, k, fingerprint, request.Clusterer.Show(assignment, frame.Names), JsonCells.List(assignment.Clusters)),
        };
        var table = new Table([new IntegerColumn("cluster", assignment.Clusters)], data.Rows);
        return new ResultBundle(documents, new Dictionary<string, ResultTable> { ["assignments"] = new(table) });
    }

    static JsonObject Summary(ClusterRequest request, int k, DataFingerprint fingerprint, JsonNode clust, JsonNode? clusters) => new()
    {
        [".class"] = "Clustering",
        ["algorithm"] = request.Algorithm,
        ["clust"] = clust,
        ["k"] = k,
        ["clusters"] = clusters,
        ["config"] = UnsupervisedConfig.Summary(request.Algorithm, request.Config),
        ["cluster_config"] = UnsupervisedConfig.Request("ClusterConfig", "clustering_config", request.Algorithm, request.Config),
        ["data_fingerprint"] = fingerprint.ToSummaryJson(),
    };

    // Noise counts as a cluster, as in rtemis.
    static int Count(ClusterAssignment assignment, RunContext context)
    {
        var k = assignment.Clusters.Distinct().Count();
        context.Say($"Found {k} clusters.", Stage);
        return k;
    }
}
