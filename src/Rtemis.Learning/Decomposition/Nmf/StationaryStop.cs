using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Ends when the objective stays the same over some iterations; it is looked at in windows, since it takes time to compute.</summary>
sealed class StationaryStop(IFactorUpdate update) : IStopRule
{
    const int Every = 50;
    const int Window = 11;
    const double Least = 2.220446049250313e-16;

    readonly List<double> _values = [];

    /// <inheritdoc/>
    public bool IsReached(int iterations, RunContext context)
    {
        if (_values.Count == 0 && iterations % Every != 0) return false;
        var value = update.Objective(context);
        if (double.IsNaN(value)) return true;
        _values.Add(value);
        if (_values.Count < Window) return false;
        var change = (_values.Max() - _values.Min()) / (Window - 1);
        _values.Clear();
        return change <= Least;
    }
}
