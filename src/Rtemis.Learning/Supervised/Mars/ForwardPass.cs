using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// Adds terms in pairs, each time those that lower the residual sum of squares most. Source: Friedman 1991, algorithm 2; its stopping rules, tolerances
/// and linear terms are those of earth.
/// </summary>
sealed class ForwardPass
{
    const double LeastGrsq = -10;
    const double AlmostZero = 1e-10;

    readonly MarsParameters _parameters;
    readonly MarsSample _sample;
    readonly RunContext _context;
    readonly MarsLines _lines;
    readonly ForwardBasis _basis;
    readonly OrthonormalColumns _columns;
    readonly ICandidateSearch _search;
    readonly bool _weighted;
    readonly double _nullRss;

    /// <exception cref="LearningException">The penalty on new variables is asked for together with weights.</exception>
    public ForwardPass(MarsParameters parameters, MarsSample sample, RunContext context)
    {
        (_parameters, _sample, _context) = (parameters, sample, context);
        _weighted = sample.RootWeights is not null;
        if (_weighted && parameters.NewVariablePenalty != 0)
            throw new LearningException("simpleError", "newvar.penalty is not yet implemented with weights");
        var responses = ResponseScale.Scaled(sample);
        _nullRss = ResponseScale.NullRss(responses, sample.RootWeights);
        _lines = new MarsLines(sample, context);
        _basis = new ForwardBasis(sample);
        _columns = new OrthonormalColumns(sample.Rows);
        _search = _weighted
            ? new WeightedCandidateSearch(_basis, _lines, Array.ConvertAll(responses, sample.Weighted))
            : new CandidateSearch(_basis, _columns, _lines, responses, parameters.NewVariablePenalty);
    }

    /// <summary>The terms, the intercept first, with their values.</summary>
    public List<BasisSlot> Run()
    {
        var (rss, gain, terms) = (_nullRss, _nullRss, 1);
        var queue = new ParentQueue(_parameters.FastK, _parameters.FastBeta, _nullRss);
        var limit = _parameters.TermLimit(_lines.Count);
        var nullGcv = Gcv(_nullRss, 1);
        while (_basis.Slots.Count < limit - 1)
        {
            var slots = _basis.Slots.Count;
            _search.Begin();
            var best = FindTerm(queue, new SearchStep(rss, Math.Min(1.01 * rss, 10 * gain), slots));
            gain = best.Term.Gain;
            if (best.Term.Position < 0) break;
            var (first, second) = Extend(best);
            terms += second.Used ? 2 : 1;
            var before = rss;
            rss = MaybeZero(rss - gain);
            if (_parameters.Threshold != 0
                && (MaybeZero((before - rss) / _nullRss) < _parameters.Threshold || 1 - Gcv(rss, terms) / nullGcv < LeastGrsq)) break;
            _basis.Add(best.Column, first, second);
            queue.Add(second.Used ? 2 : 1, slots);
            if (1 - rss / _nullRss >= 1 - _parameters.Threshold) break;
        }
        return _basis.Slots.FindAll(s => s.Used);
    }

    PlacedCandidate FindTerm(ParentQueue queue, SearchStep step)
    {
        var parents = queue.Parents.Where(p => _basis.Slots[p].Used && _basis.Slots[p].Term.Degree < _parameters.Degree).ToArray();
        var spans = Array.ConvertAll(parents, p =>
        {
            var parent = _basis.Slots[p];
            return KnotSpan.Of(_parameters, _sample.Rows, _lines.Count, parent.Term.Degree + 1, parent.Active);
        });
        var found = new Candidate?[parents.Length * _lines.Count];
        _context.Work.For(found.Length, pair =>
        {
            var (p, column) = Math.DivRem(pair, _lines.Count);
            if (!_basis.Slots[parents[p]].Term.Uses(column)) found[pair] = _search.Find(parents[p], column, spans[p], step);
        });
        var best = new PlacedCandidate(-1, -1, Candidate.None);
        for (var p = 0; p < parents.Length; p++)
        {
            var (overall, ofParent) = Best(best, parents[p], found.AsSpan(p * _lines.Count, _lines.Count));
            best = overall;
            queue.Note(parents[p], ofParent, step.Slots);
        }
        return best;
    }

    // Of equal gains, the first one stays.
    (PlacedCandidate Overall, double OfParent) Best(PlacedCandidate best, int parent, ReadOnlySpan<Candidate?> found)
    {
        var (changed, ofParent) = (false, -1.0);
        for (var c = 0; c < found.Length; c++)
        {
            if (found[c] is not { } candidate) continue;
            ofParent = Math.Max(ofParent, candidate.Gain);
            if (!(candidate.Gain > best.Term.Gain)) continue;
            (best, changed) = (new PlacedCandidate(parent, c, candidate), true);
        }
        if (changed && _basis.IsNew(best.Column))
            best = best with { Term = best.Term with { Gain = best.Term.Gain * (1 + _parameters.NewVariablePenalty) } };
        return (best, ofParent);
    }

    (BasisSlot First, BasisSlot Second) Extend(PlacedCandidate best)
    {
        var knot = _lines.At(best.Column, best.Term.Position);
        var kind = best.Term.Linear ? HingeKind.Linear : HingeKind.Above;
        var first = _basis.Extend(best.Parent, new HingeFactor(best.Column, kind, knot), true);
        _columns.Add(first.Values);
        if (best.Term.Linear) return (first, _basis.Empty());
        var second = _basis.Extend(best.Parent, new HingeFactor(best.Column, HingeKind.Below, knot), best.Term.Paired);
        if (!second.Used) return (first, second);
        var good = _columns.Add(second.Values);
        // Without weights, the search has seen already that there is enough in the pair.
        if (good || !_weighted) return (first, second);
        _columns.RemoveLast();
        return (first, second with { Used = false });
    }

    double Gcv(double rss, int terms) => GeneralizedCrossValidation.Of(rss, terms, _sample.Rows, _parameters.KnotPenalty);

    static double MaybeZero(double value) => Math.Abs(value) < AlmostZero ? 0 : value;
}
