namespace Rtemis.Learning.Supervised.Boosting.Rounds;

/// <summary>
/// Ends rounds when a loss has not fallen for a while, by the rule of LightGBM's R package: each set that is looked at, the training set among them, must lower its
/// own best; where two call for the end in one round the later one names the best round.
/// </summary>
/// <param name="patience">The rounds without a fall that end it; 0 or less for never.</param>
/// <param name="leastFall">What a loss must fall by to count as lower.</param>
/// <param name="sets">The number of sets that are looked at, the training set first.</param>
sealed class EarlyStopping(int patience, double leastFall, int sets)
{
    readonly double[] _best = [.. Enumerable.Repeat(double.PositiveInfinity, sets)];
    readonly int[] _bestRound = [.. Enumerable.Repeat(-1, sets)];

    /// <summary>Whether losses are asked for.</summary>
    public bool IsOn => patience > 0;

    /// <summary>The best round, counted from 1, once rounds have ended; null where nothing was looked at.</summary>
    public int? BestRound { get; private set; }

    /// <summary>Looks at a round.</summary>
    /// <param name="round">The round, counted from 1.</param>
    /// <param name="last">Whether it is the last that was asked for.</param>
    /// <param name="losses">The losses of the sets.</param>
    /// <returns>Whether rounds end.</returns>
    public bool Look(int round, bool last, ReadOnlySpan<double> losses)
    {
        var ends = false;
        for (var set = 0; set < losses.Length; set++)
        {
            if (losses[set] < _best[set] - leastFall) (_best[set], _bestRound[set]) = (losses[set], round);
            else if (round - _bestRound[set] >= patience)
            {
                ends = true;
                BestRound = _bestRound[set];
            }
        }
        if (last && !ends) BestRound = _bestRound[0];
        return ends;
    }
}
