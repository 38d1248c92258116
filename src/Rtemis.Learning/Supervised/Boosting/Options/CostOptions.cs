namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>What a split must gain beyond the fall of the loss, since features cost something to be had.</summary>
sealed record CostOptions
{
    /// <summary>Multiplies all costs.</summary>
    public double Tradeoff { get; init; } = 1;

    /// <summary>The cost of a split, for each case that it splits.</summary>
    public double Split { get; init; }

    /// <summary>One a feature: its cost for each case that needs it the first time; empty for none.</summary>
    public IReadOnlyList<double> Lazy { get; init; } = [];

    /// <summary>One a feature: its cost the first time that the model uses it; empty for none.</summary>
    public IReadOnlyList<double> Coupled { get; init; } = [];

    /// <summary>Whether anything costs.</summary>
    public bool Any => Tradeoff < 1 || Split > 0 || Coupled.Count > 0 || Lazy.Count > 0;
}
