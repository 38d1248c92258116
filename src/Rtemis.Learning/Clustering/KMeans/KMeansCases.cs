using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>The cases, in the forms in which all starts of k-means read them.</summary>
sealed class KMeansCases
{
    /// <summary>Cases are worked on in blocks: the distances of so many, the best so far and a column of the data stay in the first-level cache.</summary>
    public const int BlockSize = NearestCenters.MostCases;

    readonly SortedColumns? _sorted;

    public KMeansCases(NumericFrame data, CentroidDistance distance, RunContext context)
    {
        Data = data;
        Distance = distance;
        Nearest = new NearestCenters(data, distance);
        Rows = CaseRows.Of(data, null, context);
        if (distance == CentroidDistance.Manhattan) _sorted = new SortedColumns(data, context);
    }

    /// <summary>Column after column.</summary>
    public NumericFrame Data { get; }

    /// <summary>Case after case.</summary>
    public CaseRows Rows { get; }

    /// <summary>The distance.</summary>
    public CentroidDistance Distance { get; }

    /// <summary>Measures whole blocks.</summary>
    public NearestCenters Nearest { get; }

    /// <summary>The number of blocks.</summary>
    public int Blocks => (Data.Rows + BlockSize - 1) / BlockSize;

    /// <summary>A new run's way from labels to centers.</summary>
    public ICenterRule MakeRule(int centers) => _sorted is null ? new MeanCenters(Data, centers) : new MedianCenters(_sorted);
}
