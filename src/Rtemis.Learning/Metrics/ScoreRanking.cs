namespace Rtemis.Learning.Metrics;

/// <summary>Scores in ascending order, each with whether its case is positive. Cases without a finite score are left out.</summary>
sealed class ScoreRanking
{
    readonly double[] _scores;
    readonly bool[] _positive;

    ScoreRanking(double[] scores, bool[] positive)
    {
        Array.Sort(scores, positive);
        _scores = scores;
        _positive = positive;
        Positives = positive.Count(p => p);
    }

    public int Count => _scores.Length;

    public int Positives { get; }

    public int Negatives => Count - Positives;

    /// <summary>Whether there is anything to tell apart.</summary>
    public bool HasBothClasses => Positives > 0 && Negatives > 0;

    /// <summary>Ranks scores of a class.</summary>
    /// <param name="scores">One a case.</param>
    /// <param name="codes">The cases' true level codes.</param>
    /// <param name="positive">The code of the class.</param>
    public static ScoreRanking Of(ReadOnlySpan<double> scores, ReadOnlySpan<int> codes, int positive)
    {
        var finite = 0;
        foreach (var score in scores)
            if (double.IsFinite(score)) finite++;
        var kept = new double[finite];
        var labels = new bool[finite];
        for (int i = 0, k = 0; i < scores.Length; i++)
        {
            if (!double.IsFinite(scores[i])) continue;
            kept[k] = scores[i];
            labels[k++] = codes[i] == positive;
        }
        return new ScoreRanking(kept, labels);
    }

    /// <summary>The groups of equal scores in ascending order: the score, how many positive and how many negative cases have it.</summary>
    public IEnumerable<(double Score, int Positives, int Negatives)> Groups()
    {
        for (var i = 0; i < _scores.Length;)
        {
            var score = _scores[i];
            var positives = 0;
            var start = i;
            for (; i < _scores.Length && _scores[i] == score; i++)
                if (_positive[i]) positives++;
            yield return (score, positives, i - start - positives);
        }
    }

    /// <summary>The chance that a positive case has a higher score than a negative one, a tie counting half; NaN where a class is absent.</summary>
    public double Auc()
    {
        if (!HasBothClasses) return double.NaN;
        double wins = 0, below = 0;
        foreach (var (_, positives, negatives) in Groups())
        {
            wins += positives * (below + 0.5 * negatives);
            below += negatives;
        }
        return wins / ((double)Positives * Negatives);
    }
}
