using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// The search for new terms with weights. Each knot is judged by the weighted regression that has it, as in earth, but the regressions share all sums that they
/// have in common; one whose hinge nearly depends on the other terms is done in full.
/// </summary>
sealed class WeightedCandidateSearch : ICandidateSearch
{
    // A knot must be better than the best one so far by more than a rounding error.
    const double LeastGain = 1e-10;

    // Below this share of new length, the shared sums have lost too many digits.
    const double LeastExact = 1e-6;

    readonly ForwardBasis _basis;
    readonly MarsLines _lines;
    readonly WeightedColumns _columns;
    readonly double[][] _rest;
    readonly ConcurrentBag<Scratch> _scratch = [];
    KnotTarget _target;
    double _rss;
    int _seen;

    sealed record Scratch(KnotScan Scan, double[] Linear, double[] Hinge);

    /// <param name="basis">The terms, to which others add.</param>
    /// <param name="lines">The cases along the columns.</param>
    /// <param name="responses">The weighted responses, of unit scale.</param>
    public WeightedCandidateSearch(ForwardBasis basis, MarsLines lines, double[][] responses)
    {
        (_basis, _lines) = (basis, lines);
        _columns = new WeightedColumns(lines.Cases);
        _rest = Array.ConvertAll(responses, r => r.AsSpan().ToArray());
        _target = new KnotTarget(_columns.Tiles, _rest, [], Centred: false);
    }

    public void Begin()
    {
        for (; _seen < _basis.Slots.Count; _seen++)
        {
            if (_columns.Add(_basis.Slots[_seen].Values) is not { } column) continue;
            foreach (var rest in _rest) WeightedColumns.TakeOut(column, rest);
        }
        _rss = _rest.Sum(r => TensorPrimitives.SumOfSquares<double>(r));
        // The rest has nothing in common with the columns.
        _target = _target with { Products = Array.ConvertAll(_rest, _ => new double[_columns.Tiles.Room]) };
    }

    public Candidate Find(int parent, int column, KnotSpan span, SearchStep step)
    {
        if (!_scratch.TryTake(out var scratch))
            scratch = new Scratch(new KnotScan(_lines.Cases, _rest.Length), new double[_lines.Cases], new double[_lines.Cases]);
        var line = _lines.Along(column, _basis.Slots[parent].Values);
        var newForm = _basis.IsNewForm(column, parent);
        var linear = newForm ? Linear(line, scratch.Linear) : null;
        var without = _rss - (linear is null ? 0 : linear.Products.Sum(p => p * p));
        // Without a linear term, earth starts from the sum that it carries along.
        var best = newForm ? without : step.Rss;
        var candidate = new Candidate(step.Rss - best, 0, true, newForm);

        scratch.Scan.Run(line, span, _target, linear);
        for (var k = 0; k < scratch.Scan.Knots.Length; k++)
        {
            var rss = without - Gain(scratch, k, line, linear);
            if (!(rss < best - LeastGain)) continue;
            best = rss;
            candidate = new Candidate(step.Rss - rss, scratch.Scan.Knots[k].Position, false, newForm);
        }
        _scratch.Add(scratch);
        return candidate;
    }

    LinearColumn? Linear(KnotLine line, double[] values)
    {
        TensorPrimitives.Multiply(line.X, line.Parent, values);
        return _columns.Normalize(values, null) == 0
            ? null
            : new LinearColumn(values, Array.ConvertAll(_rest, r => TensorPrimitives.Dot<double>(r, values)));
    }

    double Gain(Scratch scratch, int knot, KnotLine line, LinearColumn? linear)
    {
        var at = scratch.Scan.Knots[knot];
        if (!(at.Length > 0)) return 0;
        if (at.Rest > LeastExact * at.Length)
            return Enumerable.Range(0, _rest.Length).Sum(r => scratch.Scan.Product(knot, r) * scratch.Scan.Product(knot, r)) / at.Rest;
        var hinge = scratch.Hinge;
        for (var i = 0; i < hinge.Length; i++) hinge[i] = line.Parent[i] * Math.Max(0, line.X[i] - at.X);
        if (_columns.Normalize(hinge, linear?.Values) == 0) return 0;
        return _rest.Sum(r =>
        {
            var product = TensorPrimitives.Dot<double>(hinge, r);
            return product * product;
        });
    }
}
