using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>What UMAP is told.</summary>
/// <param name="K">The dimensions of the layout.</param>
/// <param name="Neighbors">The neighbours of a case that its surroundings are made of, itself among them.</param>
/// <param name="Init">Where the layout begins, by uwot's name or a beginning of it that no other has.</param>
/// <param name="Metric">How far two cases are from each other: <c>euclidean</c>, <c>cosine</c>, <c>manhattan</c>, <c>hamming</c> or <c>categorical</c>.</param>
/// <param name="Epochs">The passes over the edges; null for 500, or 200 with more than 10,000 cases.</param>
/// <param name="LearningRate">The first step's length.</param>
/// <param name="Scale">Whether columns are centred and divided by their standard deviations first.</param>
public sealed record UmapParameters(int K, int Neighbors, string Init, string Metric, int? Epochs, double LearningRate, bool Scale)
{
    const string Categorical = "categorical";

    /// <summary>The declarations of the algorithm's own options, in rtemis's order.</summary>
    public static ParameterSet Own { get; } = new("UMAPConfig", null,
    [
        ParameterSpec.Integer("k", 2) with { PositiveInteger = true, Minimum = 1, Help = "The dimensions of the layout." },
        ParameterSpec.Integer("n_neighbors", 15) with
        {
            PositiveInteger = true, Minimum = 1, Help = "The neighbours that a case's surroundings are made of, itself among them; at least 2. More show more of the whole.",
        },
        ParameterSpec.Text("init", "spectral") with
        {
            Help = "Where the layout begins: spectral, normlaplacian, laplacian, agspectral, random, lvrandom, pca, spca or pacpca.",
        },
        ParameterSpec.Text("metric", "euclidean", "euclidean", "cosine", "manhattan", "hamming", Categorical) with
        {
            Help = "How far two cases are from each other; categorical is refused, as R's UMAP does.",
        },
        ParameterSpec.Integer("n_epochs", null) with
        {
            PositiveInteger = true, Minimum = 1, Help = "The passes over the edges; unset makes 500, or 200 with more than 10,000 cases.",
        },
        ParameterSpec.Number("learning_rate", 1) with { Minimum = 0, Help = "The length of the first steps." },
        ParameterSpec.Logical("scale", true) with { Help = "Centres columns and divides them by their standard deviations first." },
    ]);

    /// <summary>All that a request can set: the own options and the columns to fit.</summary>
    public static ParameterSet Set { get; } = DecompositionOptions.WithFeatures(Own);

    /// <summary>Whether the metric is one that rtemis knows of and R's UMAP refuses.</summary>
    internal bool IsCategorical => Metric == Categorical;

    /// <summary>The options of a bound set.</summary>
    public static UmapParameters From(ParameterValues values) => new(
        values.Integer("k"), values.Integer("n_neighbors"), values.Text("init"), values.Text("metric"), values.IntegerOrNull("n_epochs"),
        values.Number("learning_rate"), values.Logical("scale"));
}
