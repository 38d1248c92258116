using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>The search for new terms where all cases count the same.</summary>
sealed class CandidateSearch : ICandidateSearch
{
    // Close knots are dependent but for rounding; small models take a wider view of that, as in earth.
    const int FewSlots = 15;
    const double LeastRestOfFew = 0.01;
    const double LeastRest = 1e-5;

    readonly ForwardBasis _basis;
    readonly OrthonormalColumns _columns;
    readonly MarsLines _lines;
    readonly double[][] _responses;
    readonly double[][] _centred;
    readonly double _newVariablePenalty;
    readonly ResidualStore _residuals;
    readonly ConcurrentBag<Scratch> _scratch = [];
    readonly List<double>[] _products;
    readonly ColumnTiles _tiles;
    KnotTarget _target;

    sealed record Scratch(KnotScan Scan, double[] Column);

    /// <param name="basis">The terms, to which others add.</param>
    /// <param name="columns">Their orthonormal columns, likewise.</param>
    /// <param name="lines">The cases along the columns.</param>
    /// <param name="responses">The responses, of unit scale.</param>
    /// <param name="newVariablePenalty">What a new variable's gain is divided by, less 1.</param>
    public CandidateSearch(
        ForwardBasis basis, OrthonormalColumns columns, MarsLines lines, double[][] responses, double newVariablePenalty)
    {
        (_basis, _columns, _lines, _responses, _newVariablePenalty) = (basis, columns, lines, responses, newVariablePenalty);
        _centred = Array.ConvertAll(responses, r =>
        {
            var mean = OrthonormalColumns.Mean(r);
            return Array.ConvertAll(r, y => y - mean);
        });
        _residuals = new ResidualStore(basis, columns, lines);
        _products = Array.ConvertAll(responses, _ => new List<double>());
        _tiles = new ColumnTiles(responses[0].Length);
        _target = new KnotTarget(_tiles, _centred, [], Centred: true);
    }

    public void Begin()
    {
        // The constant is no column of the tiles: all others are orthogonal to it.
        foreach (var column in _columns.Columns.Skip(1 + _tiles.Columns))
        {
            _tiles.Add(column);
            for (var r = 0; r < _products.Length; r++) _products[r].Add(OrthonormalColumns.Dot(_centred[r], column));
        }
        double[] Padded(List<double> products) => [.. products, .. new double[_tiles.Room - products.Count]];
        _target = _target with { Products = Array.ConvertAll(_products, Padded) };
    }

    public Candidate Find(int parent, int column, KnotSpan span, SearchStep step)
    {
        var adjust = 1 / (1 + (_basis.IsNew(column) ? _newVariablePenalty : 0));
        if (!_scratch.TryTake(out var scratch)) scratch = new Scratch(new KnotScan(_lines.Cases, _responses.Length), new double[_lines.Cases]);
        var linear = _basis.IsNewForm(column, parent) ? Linear(parent, column, scratch.Column) : null;
        var linearGain = linear is null ? 0 : _responses.Sum(r => Square(OrthonormalColumns.Dot(r, linear.Values)));
        var best = linear is null ? Candidate.None : new Candidate(adjust * linearGain, 0, true, false);

        var slots = step.Slots + (linear is null ? 0 : 1);
        var leastRest = slots < FewSlots ? LeastRestOfFew : LeastRest;
        scratch.Scan.Run(_lines.Along(column, _basis.Slots[parent].Values), span, _target, linear);
        var knots = scratch.Scan.Knots;
        for (var k = 0; k < knots.Length; k++)
        {
            var gain = linearGain;
            if (knots[k].Rest / knots[k].Length > leastRest)
                for (var r = 0; r < _responses.Length; r++) gain += Square(scratch.Scan.Product(k, r)) / knots[k].Rest;
            gain *= adjust;
            if (gain > best.Gain && gain < step.MostGain) best = new Candidate(gain, knots[k].Position, false, linear is not null);
        }
        _scratch.Add(scratch);
        return best;
    }

    // The parent times the column as it is, less what the columns so far explain; null where nothing is left.
    LinearColumn? Linear(int parent, int column, double[] values)
    {
        _residuals.Read(parent, column, values);
        var squares = OrthonormalColumns.SumOfSquares(values);
        if (squares <= OrthonormalColumns.LeastNew) return null;
        TensorPrimitives.Divide(values, Math.Sqrt(squares), values);
        return new LinearColumn(values, Array.ConvertAll(_centred, y => OrthonormalColumns.Dot(y, values)));
    }

    static double Square(double value) => value * value;
}
