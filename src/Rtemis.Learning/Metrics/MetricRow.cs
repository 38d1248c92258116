namespace Rtemis.Learning.Metrics;

/// <summary>Named figures in rtemis's order; NaN where undefined.</summary>
/// <param name="Names">The names.</param>
/// <param name="Values">One value a name.</param>
public sealed record MetricRow(IReadOnlyList<string> Names, IReadOnlyList<double> Values)
{
    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public double this[string name]
    {
        get
        {
            for (var i = 0; i < Names.Count; i++)
                if (Names[i] == name) return Values[i];
            throw new KeyNotFoundException($"There is no metric '{name}'.");
        }
    }
}
