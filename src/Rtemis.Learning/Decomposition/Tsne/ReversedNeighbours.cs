using Rtemis.Learning.Neighbours;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>The cases that each case is a neighbour of.</summary>
sealed class ReversedNeighbours
{
    const int CasesBetweenLooks = 4096;

    readonly int[] _starts;
    readonly int[] _indexes;
    readonly double[] _weights;

    ReversedNeighbours(int[] starts)
    {
        _starts = starts;
        _indexes = new int[starts[^1]];
        _weights = new double[starts[^1]];
    }

    /// <summary>Those cases, in their order.</summary>
    public ReadOnlySpan<int> Indexes(int i) => _indexes.AsSpan(_starts[i].._starts[i + 1]);

    /// <summary>What they weigh this case by.</summary>
    public ReadOnlySpan<double> Weights(int i) => _weights.AsSpan(_starts[i].._starts[i + 1]);

    /// <summary>Turns a table with weights in place of distances round.</summary>
    public static ReversedNeighbours Of(NeighbourTable table, CancellationToken cancellation)
    {
        var starts = new int[table.Points + 1];
        for (var i = 0; i < table.Points; i++)
            foreach (var other in table.Indexes(i)) starts[other + 1]++;
        for (var i = 0; i < table.Points; i++) starts[i + 1] += starts[i];
        var reversed = new ReversedNeighbours(starts);
        var ends = starts.ToArray();
        for (var i = 0; i < table.Points; i++)
        {
            if (i % CasesBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var indexes = table.Indexes(i);
            var weights = table.Distances(i);
            for (var k = 0; k < indexes.Length; k++)
            {
                var place = ends[indexes[k]]++;
                (reversed._indexes[place], reversed._weights[place]) = (i, weights[k]);
            }
        }
        return reversed;
    }
}
