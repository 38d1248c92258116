using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>The training cases, scaled, and how their votes are counted.</summary>
[MemoryPackable]
sealed partial class KnnModel : IRecodingModel
{
    const int ChunkRows = 64;
    const int GroupsAtOnce = 32;
    const double LeastWeight = 1e-6;

    [MemoryPackConstructor]
    KnnModel(KnnParameters parameters, OneHotEncoding encoding, ScaledColumns columns, double[] cases, double[] numbers, int[] codes, int classes)
    {
        Parameters = parameters;
        Encoding = encoding;
        Columns = columns;
        Cases = cases;
        Numbers = numbers;
        Codes = codes;
        Classes = classes;
    }

    /// <summary>The hyperparameters.</summary>
    public KnnParameters Parameters { get; }

    /// <summary>The features as columns of numbers.</summary>
    public OneHotEncoding Encoding { get; }

    /// <summary>The columns that distances are taken over.</summary>
    public ScaledColumns Columns { get; }

    /// <summary>The training cases, one after the other, each with its scaled columns.</summary>
    public double[] Cases { get; }

    /// <summary>Their outcomes; none where they are classes.</summary>
    public double[] Numbers { get; }

    /// <summary>Their classes' codes; none where the outcome is a number.</summary>
    public int[] Codes { get; }

    /// <summary>The number of classes; 0 where the outcome is a number.</summary>
    public int Classes { get; }

    /// <summary>Keeps the training cases.</summary>
    public static KnnModel Of(KnnParameters parameters, OneHotEncoding encoding, SupervisedData data, RunContext context)
    {
        var encoded = encoding.Encode(data.Features, context);
        var columns = ScaledColumns.Learn(encoded, parameters.Scale, context);
        var classes = data.Classes.Count;
        return new KnnModel(
            parameters, encoding, columns, columns.Rows(encoded, context), classes == 0 ? data.Numbers.ToArray() : [],
            classes == 0 ? [] : data.ClassCodes.ToArray(), classes);
    }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public VariableImportance? Importance => null;

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public FittedPreprocessor? Recoding => Encoding.AsPreprocessor;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var encoded = Encoding.Encode(features, context);
        var points = Columns.Rows(encoded, context);
        // Of two classes, the second one's share says all.
        var first = Classes == 2 ? 1 : 0;
        var values = new Matrix(encoded.Rows, Math.Max(1, Classes - first));
        var groups = new CaseGroups(Cases, Numbers.Length + Codes.Length, Columns.Count, Parameters.Distance, context);
        context.Work.ForChunks(encoded.Rows, ChunkRows, (_, start, end) =>
        {
            var searches = Search(groups, points, start, end, context.Cancellation);
            var weights = new double[Parameters.K];
            var shares = new double[Math.Max(1, Classes)];
            for (var row = start; row < end; row++)
            {
                var search = searches[row - start];
                KnnKernel.Weigh(
                    Parameters.Kernel, search.Distances.AsSpan(0, Parameters.K), search.Distances[Parameters.K], Encoding.Names.Count, weights);
                Vote(search.Cases[..Parameters.K], weights, shares);
                for (var c = 0; c < values.Columns; c++) values[row, c] = shares[c + first];
            }
        });
        return new Prediction(values);
    }

    // All points look at some of the cases before any looks at the next, so that these are fetched once.
    NeighbourSearch[] Search(CaseGroups groups, double[] points, int start, int end, CancellationToken cancellation)
    {
        var searches = new NeighbourSearch[end - start];
        for (var i = 0; i < searches.Length; i++)
        {
            searches[i] = new NeighbourSearch(groups, Parameters.Distance, Parameters.K + 1);
            searches[i].Start();
        }
        for (var group = 0; group < groups.Count; group += GroupsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            var groupsEnd = Math.Min(groups.Count, group + GroupsAtOnce);
            for (var i = 0; i < searches.Length; i++)
                searches[i].Scan(points.AsSpan((start + i) * Columns.Count, Columns.Count), group, groupsEnd);
        }
        foreach (var search in searches) search.Finish();
        return searches;
    }

    void Vote(ReadOnlySpan<int> neighbours, double[] weights, double[] shares)
    {
        Array.Clear(shares);
        var total = 0.0;
        for (var i = 0; i < neighbours.Length; i++)
        {
            total += weights[i];
            if (Classes == 0) shares[0] += weights[i] * Numbers[neighbours[i]];
            else shares[Codes[neighbours[i]]] += weights[i];
        }
        for (var c = 0; c < shares.Length; c++) shares[c] /= Classes == 0 ? Math.Max(total, LeastWeight) : total;
    }
}
