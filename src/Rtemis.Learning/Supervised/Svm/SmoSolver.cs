using System.Numerics;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// Sequential minimal optimisation: two multipliers at a time, until no pair violates the conditions of optimality by the tolerance. A result is so
/// inexact only as that, and depends on the path; the path is that of LIBSVM, step by step. Source: C.-C. Chang and C.-J. Lin, "LIBSVM: a library for
/// support vector machines", ACM TIST 2(3), 2011.
/// </summary>
sealed class SmoSolver
{
    /// <summary>The largest violation that is let stand.</summary>
    public const double Tolerance = 0.001;

    const int MostBetweenShrinks = 1000;
    const int LeastLimit = 10_000_000;

    readonly SvmDual _dual;
    readonly VariableRows _rows;
    readonly ActiveSet _active;
    readonly CancellationToken _cancellation;
    readonly float[] _first;
    readonly float[] _second;

    SmoSolver(SvmDual dual, KernelRows rows, CancellationToken cancellation)
    {
        _dual = dual;
        _rows = new VariableRows(dual, rows);
        _active = new ActiveSet(dual, _rows, Tolerance);
        _cancellation = cancellation;
        _first = new float[dual.Count];
        _second = new float[dual.Count];
    }

    /// <summary>Solves a problem.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SmoSolution Solve(SvmDual dual, KernelRows rows, CancellationToken cancellation)
    {
        var converged = new SmoSolver(dual, rows, cancellation).Run();
        var multipliers = new double[dual.Count];
        for (var k = 0; k < multipliers.Length; k++) multipliers[dual.Order[k]] = dual.Multipliers[k];
        return new SmoSolution(multipliers, Offset(dual), converged);
    }

    bool Run()
    {
        var between = Math.Min(_dual.Count, MostBetweenShrinks);
        var countdown = between + 1;
        for (var left = Math.Max(LeastLimit, 100L * _dual.Count); left > 0; left--)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (--countdown == 0)
            {
                countdown = between;
                _active.Shrink();
            }
            if (Select() is not var (i, j))
            {
                _active.Restore();
                if (Select() is not var (again, other)) return true;
                (i, j) = (again, other);
                countdown = 1;
            }
            Step(i, j);
        }
        _active.Restore();
        return false;
    }

    (int First, int Second)? Select()
    {
        var (first, slope) = WorkingSet.First(_dual);
        if (first < 0) return null;
        var row = _first.AsSpan(0, _dual.Active);
        _rows.Read(first, row);
        var (second, violation) = WorkingSet.Second(_dual, first, slope, row);
        return violation < Tolerance || second < 0 ? null : (first, second);
    }

    void Step(int i, int j)
    {
        var (dual, active) = (_dual, _dual.Active);
        _rows.Read(j, _second.AsSpan(0, active));
        var (oldI, oldJ, wasAtCostI, wasAtCostJ) = (dual.Multipliers[i], dual.Multipliers[j], dual.IsAtCost(i), dual.IsAtCost(j));
        var curvature = WorkingSet.Curvature(dual.Diagonal[i] + dual.Diagonal[j] - 2 * (double)_first[j]);
        Move(i, j, (dual.Gradient[j] - dual.Gradient[i]) / curvature);
        AddRows(dual.Gradient.AsSpan(0, active), _first, dual.Multipliers[i] - oldI, _second, dual.Multipliers[j] - oldJ);
        NoteCost(i, wasAtCostI);
        NoteCost(j, wasAtCostJ);
    }

    // The first multiplier grows as much as the second falls, until one of them meets its bound.
    void Move(int i, int j, double step)
    {
        var dual = _dual;
        ref var grown = ref dual.Multipliers[i];
        ref var fallen = ref dual.Multipliers[j];
        var sum = grown + fallen;
        var (highest, lowest) = (dual.Highest(i), dual.Lowest(j));
        grown += step;
        fallen -= step;
        if (sum > highest + lowest)
        {
            if (grown > highest) (grown, fallen) = (highest, sum - highest);
        }
        else if (fallen < lowest) (grown, fallen) = (sum - lowest, lowest);
        else if (grown > highest) (grown, fallen) = (highest, sum - highest);
        dual.Mark(i);
        dual.Mark(j);
    }

    void NoteCost(int k, bool was)
    {
        if (_dual.IsAtCost(k) == was) return;
        _rows.Read(k, _second);
        var change = (was ? -1 : 1) * _dual.Signs[k] * _dual.Cost;
        for (var t = 0; t < _second.Length; t++) _dual.BoundGradient[t] += change * _second[t];
    }

    static void AddRows(Span<double> gradient, ReadOnlySpan<float> a, double factorA, ReadOnlySpan<float> b, double factorB)
    {
        var step = Vector<double>.Count;
        var (first, second) = (new Vector<double>(factorA), new Vector<double>(factorB));
        var k = 0;
        for (; k <= gradient.Length - 2 * step; k += 2 * step)
        {
            Vector.Widen(new Vector<float>(a[k..]), out var lowA, out var highA);
            Vector.Widen(new Vector<float>(b[k..]), out var lowB, out var highB);
            var low = gradient[k..];
            var high = gradient[(k + step)..];
            (new Vector<double>(low) + (lowA * first + lowB * second)).CopyTo(low);
            (new Vector<double>(high) + (highA * first + highB * second)).CopyTo(high);
        }
        for (; k < gradient.Length; k++) gradient[k] += a[k] * factorA + b[k] * factorB;
    }

    // What is taken off a decision value: the mean gradient of the free variables, else the middle of what the others allow.
    static double Offset(SvmDual dual)
    {
        var (above, below, sum, free) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0);
        for (var k = 0; k < dual.Count; k++)
        {
            var gradient = dual.Gradient[k];
            if (dual.DownShut[k] != 0) above = Math.Min(above, gradient);
            else if (dual.UpShut[k] != 0) below = Math.Max(below, gradient);
            else
            {
                free++;
                sum += gradient;
            }
        }
        return free > 0 ? sum / free : (above + below) / 2;
    }
}
