using Rtemis.Learning.Running;

namespace Rtemis.Engines;

/// <summary>The colors in which the steps of a run are shown.</summary>
public static class KindColors
{
    /// <summary>Every kind with its color, in the order in which a client is told.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("train", "#808080"), new("worker_pool", "#526551"), new("outer_fold", "#BE2E5F"), new("outer_resampling", "#BE2E5F"),
        new("tune", "#F384FF"), new("grid_cell", "#F9C1FF"), new("preprocess", "#526551"), new("decompose", "#0F6A66"),
        new("train_alg", "#6CA3A0"), new("predict", "#466D96"), new("varimp", "#B3CFE8"), new("metrics", "#F08904"),
    ];

    /// <summary>The kinds that occur in a run, in the order of their first step.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IEnumerable<RunNode> nodes) =>
        nodes.Select(n => n.Kind).Distinct().SelectMany(kind => All.Where(c => c.Key == kind));
}
