using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>
/// Fuzzy competitive learning: one case after the other, in a random order, draws every center towards it by its weight and the power of its
/// membership, at a rate that falls from pass to pass.
/// </summary>
sealed class OnlineSearch
{
    const int CasesBetweenLooks = 1024;

    readonly CaseRows _cases;
    readonly double[] _weights;
    readonly CenterLanes _lanes;
    readonly CMeansParameters _parameters;
    readonly Vector256<double>[] _memberships;
    readonly Vector256<double>[] _distances;
    readonly Vector256<double>[] _shares;

    OnlineSearch(CaseRows cases, double[] weights, CenterLanes lanes, CMeansParameters parameters)
    {
        _cases = cases;
        _weights = weights;
        _lanes = lanes;
        _parameters = parameters;
        _memberships = new Vector256<double>[checked(cases.Count * lanes.Vectors)];
        _distances = new Vector256<double>[lanes.Vectors];
        _shares = new Vector256<double>[lanes.Vectors];
    }

    /// <param name="data">The cases.</param>
    /// <param name="weights">Their weights, which sum to 1.</param>
    /// <param name="starts">The cases at which the centers begin.</param>
    /// <param name="order">The order in which the cases are visited.</param>
    /// <param name="parameters">The options.</param>
    /// <param name="context">The run.</param>
    public static FuzzySolution Run(
        NumericFrame data, double[] weights, int[] starts, int[] order, CMeansParameters parameters, RunContext context)
    {
        var lanes = CenterLanes.At(data, starts, parameters.Distance);
        var search = new OnlineSearch(CaseRows.Of(data, order, context), [.. order.Select(i => weights[i])], lanes, parameters);
        var course = new List<double> { search.Pass(0, context.Cancellation) };
        var converged = false;
        while (!converged && course.Count <= parameters.MaxIterations)
        {
            course.Add(search.Pass(parameters.Rate * (1 - (double)course.Count / parameters.MaxIterations), context.Cancellation));
            converged = ConvergenceRule.IsMet(course, parameters.RelativeTolerance);
        }
        return new FuzzySolution(lanes.ToMatrix(), search.MembershipBy(order), course, converged);
    }

    // The objective is that of the centers as each case found them.
    double Pass(double rate, CancellationToken cancellation)
    {
        var objective = 0.0;
        for (var i = 0; i < _cases.Count; i++)
        {
            if (i % CasesBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var point = _cases[i];
            _lanes.Measure(point, _distances);
            var memberships = _memberships.AsSpan(i * _lanes.Vectors, _lanes.Vectors);
            FindMemberships(memberships);
            FuzzyPowers.Raise(Numbers(memberships), _parameters.Fuzziness, Numbers(_shares));
            objective += _weights[i] * WeighedDistance();
            if (rate == 0) continue;
            for (var v = 0; v < _shares.Length; v++) _shares[v] *= rate * _weights[i];
            if (_parameters.Distance == CentroidDistance.Euclidean) _lanes.Move(point, _shares);
            else _lanes.Step(point, _shares);
        }
        return objective;
    }

    void FindMemberships(Span<Vector256<double>> memberships)
    {
        var (nearest, least) = CenterLanes.Nearest(_distances);
        if (least == 0)
        {
            // A case at a center belongs to it alone; one at several centers belongs to none.
            memberships.Clear();
            if (Numbers(_distances).Count(0.0) == 1) Numbers(memberships)[nearest] = 1;
            return;
        }
        var shortest = Vector256.Create(least);
        for (var v = 0; v < memberships.Length; v++) memberships[v] = shortest / _distances[v];
        FuzzyPowers.Raise(Numbers(memberships), FuzzyPowers.OfDistances(_parameters.Fuzziness), Numbers(memberships));
        var sum = Vector256<double>.Zero;
        foreach (var some in memberships) sum += some;
        var total = Vector256.Create(Vector256.Sum(sum));
        for (var v = 0; v < memberships.Length; v++) memberships[v] /= total;
    }

    double WeighedDistance()
    {
        var sum = Vector256<double>.Zero;
        for (var v = 0; v < _shares.Length; v++)
        {
            // Where there is no center, the distance is infinite and the share zero.
            sum += Vector256.ConditionalSelect(Vector256.Equals(_shares[v], Vector256<double>.Zero), Vector256<double>.Zero, _shares[v] * _distances[v]);
        }
        return Vector256.Sum(sum);
    }

    Matrix MembershipBy(int[] order)
    {
        var membership = new Matrix(_cases.Count, _lanes.Count);
        for (var i = 0; i < order.Length; i++)
            for (var c = 0; c < _lanes.Count; c++) membership[order[i], c] = Numbers(_memberships.AsSpan(i * _lanes.Vectors, _lanes.Vectors))[c];
        return membership;
    }

    static Span<double> Numbers(Span<Vector256<double>> vectors) => MemoryMarshal.Cast<Vector256<double>, double>(vectors);
}
