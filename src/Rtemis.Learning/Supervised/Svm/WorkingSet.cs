using System.Numerics;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// Picks the two variables of a step by second-order information; among equals the last one wins. Source: R.-E. Fan, P.-H. Chen and C.-J. Lin,
/// "Working set selection using second order information for training support vector machines", JMLR 6, 2005 (WSS 2).
/// </summary>
static class WorkingSet
{
    // Takes the place of a curvature that is not positive.
    const double LeastCurvature = 1e-12;

    /// <summary>The variable that may grow and whose growth lowers the objective fastest.</summary>
    /// <returns>Its place, -1 where none may grow, and the speed.</returns>
    public static (int Place, double Slope) First(SvmDual dual)
    {
        var gradient = dual.Gradient.AsSpan(0, dual.Active);
        var shut = dual.UpShut.AsSpan(0, dual.Active);
        var step = Vector<double>.Count;
        var best = new LaneBest(double.NegativeInfinity);
        var k = 0;
        for (; k <= gradient.Length - step; k += step) best.Offer(k, new Vector<double>(shut[k..]) - new Vector<double>(gradient[k..]));
        var (place, slope) = best.Last();
        for (; k < gradient.Length; k++)
            if (shut[k] == 0 && -gradient[k] >= slope) (place, slope) = (k, -gradient[k]);
        return (place, slope);
    }

    /// <summary>The variable that may fall and with which a step from the first one gains most.</summary>
    /// <param name="dual">The problem.</param>
    /// <param name="first">The first variable's place.</param>
    /// <param name="slope">Its speed.</param>
    /// <param name="row">Its kernel values with the active variables.</param>
    /// <returns>The place, -1 where no pair gains, and the largest violation of optimality of any pair with the first.</returns>
    public static (int Place, double Violation) Second(SvmDual dual, int first, double slope, ReadOnlySpan<float> row)
    {
        var gradient = dual.Gradient.AsSpan(0, dual.Active);
        var shut = dual.DownShut.AsSpan(0, dual.Active);
        var diagonal = dual.Diagonal.AsSpan(0, dual.Active);
        var own = dual.Diagonal[first];
        var step = Vector<double>.Count;
        var best = new LaneBest(-1);
        var steepest = new Vector<double>(double.NegativeInfinity);
        var k = 0;
        for (; k <= gradient.Length - 2 * step; k += 2 * step)
        {
            Vector.Widen(new Vector<float>(row[k..]), out var low, out var high);
            Look(k, low, gradient, ref best, ref steepest, shut, diagonal);
            Look(k + step, high, gradient, ref best, ref steepest, shut, diagonal);
        }
        var (place, gain) = best.Last();
        var fall = double.NegativeInfinity;
        for (var lane = 0; lane < step; lane++) fall = Math.Max(fall, steepest[lane]);
        for (; k < gradient.Length; k++)
        {
            if (shut[k] != 0) continue;
            fall = Math.Max(fall, gradient[k]);
            var gap = slope + gradient[k];
            if (gap > 0 && gap * gap / Curvature(own + diagonal[k] - 2 * (double)row[k]) is var score && score >= gain) (place, gain) = (k, score);
        }
        return (place, slope + fall);

        void Look(
            int at, Vector<double> values, ReadOnlySpan<double> gradient, ref LaneBest best, ref Vector<double> steepest, ReadOnlySpan<double> shut,
            ReadOnlySpan<double> diagonal)
        {
            var open = new Vector<double>(gradient[at..]) + new Vector<double>(shut[at..]);
            steepest = Vector.Max(steepest, open);
            var gap = new Vector<double>(slope) + open;
            var curvature = new Vector<double>(own) + new Vector<double>(diagonal[at..]) - 2 * values;
            curvature = Vector.ConditionalSelect(
                Vector.GreaterThan(curvature, Vector<double>.Zero), curvature, new Vector<double>(LeastCurvature));
            var score = Vector.ConditionalSelect(Vector.GreaterThan(gap, Vector<double>.Zero), gap * gap / curvature, new Vector<double>(-2));
            best.Offer(at, score);
        }
    }

    /// <summary>A curvature that can be divided by.</summary>
    public static double Curvature(double value) => value > 0 ? value : LeastCurvature;

    /// <summary>The best score in each lane of a vector and where it was met last.</summary>
    struct LaneBest(double least)
    {
        Vector<double> _scores = new(least);
        Vector<long> _places = new(-1);

        public void Offer(int first, Vector<double> scores)
        {
            var better = Vector.GreaterThanOrEqual(scores, _scores);
            _scores = Vector.ConditionalSelect(better, scores, _scores);
            _places = Vector.ConditionalSelect(better, Vector<long>.Indices + new Vector<long>(first), _places);
        }

        public readonly (int Place, double Score) Last()
        {
            var (place, score) = (-1, least);
            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                if (_scores[lane] <= least || _scores[lane] < score || _scores[lane] == score && _places[lane] < place) continue;
                (place, score) = ((int)_places[lane], _scores[lane]);
            }
            return (place, score);
        }
    }
}
