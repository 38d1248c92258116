namespace Rtemis.Data;

/// <summary>Numbers, days or points in time in at most 24 bins of equal width.</summary>
/// <param name="Breaks">
/// The bins' bounds, ascending, one more than there are bins. A bin takes its lower bound and all below its upper one; the last takes its upper one too.
/// The bins of whole numbers are of whole width and bounded halfway between whole numbers; those of days (since 1970-01-01) are bounded by whole days.
/// The one bin of a constant column of doubles or times begins where it ends.
/// </param>
/// <param name="Counts">How many finite values each bin has.</param>
public sealed record NumberDistribution(IReadOnlyList<double> Breaks, IReadOnlyList<int> Counts) : ColumnDistribution;
