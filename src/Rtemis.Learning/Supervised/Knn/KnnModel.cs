using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>The training cases, scaled, and how their votes are counted.</summary>
sealed class KnnModel : ISupervisedModel
{
    const int ChunkRows = 64;
    const double LeastWeight = 1e-6;

    readonly KnnParameters _parameters;
    readonly OneHotEncoding _encoding;
    readonly ScaledColumns _columns;
    readonly double[] _cases;
    readonly double[] _numbers;
    readonly int[] _codes;
    readonly int _classes;
    readonly int _count;

    public KnnModel(KnnParameters parameters, OneHotEncoding encoding, SupervisedData data)
    {
        _parameters = parameters;
        _encoding = encoding;
        var encoded = encoding.Encode(data.Features);
        _columns = ScaledColumns.Learn(encoded, parameters.Scale);
        _cases = _columns.Rows(encoded);
        _count = data.Rows;
        _classes = data.Classes.Count;
        _numbers = _classes == 0 ? data.Numbers.ToArray() : [];
        _codes = _classes == 0 ? [] : data.ClassCodes.ToArray();
    }

    /// <inheritdoc/>
    public VariableImportance? Importance => null;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var encoded = _encoding.Encode(features);
        var points = _columns.Rows(encoded);
        // Of two classes, the second one's share says all.
        var first = _classes == 2 ? 1 : 0;
        var values = new Matrix(encoded.Rows, Math.Max(1, _classes - first));
        context.Work.ForChunks(encoded.Rows, ChunkRows, (_, start, end) =>
        {
            var search = new NeighbourSearch(_cases, _count, _columns.Count, _parameters.Distance, _parameters.K + 1);
            var weights = new double[_parameters.K];
            var shares = new double[Math.Max(1, _classes)];
            for (var row = start; row < end; row++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                search.Find(points.AsSpan(row * _columns.Count, _columns.Count));
                KnnKernel.Weigh(
                    _parameters.Kernel, search.Distances.AsSpan(0, _parameters.K), search.Distances[_parameters.K], _encoding.Names.Count, weights);
                Vote(search.Cases[.._parameters.K], weights, shares);
                for (var c = 0; c < values.Columns; c++) values[row, c] = shares[c + first];
            }
        });
        return new Prediction(values);
    }

    void Vote(ReadOnlySpan<int> neighbours, double[] weights, double[] shares)
    {
        Array.Clear(shares);
        var total = 0.0;
        for (var i = 0; i < neighbours.Length; i++)
        {
            total += weights[i];
            if (_classes == 0) shares[0] += weights[i] * _numbers[neighbours[i]];
            else shares[_codes[neighbours[i]]] += weights[i];
        }
        for (var c = 0; c < shares.Length; c++) shares[c] /= _classes == 0 ? Math.Max(total, LeastWeight) : total;
    }
}
