using Rtemis.Learning.Random;

namespace Rtemis.Learning.Resampling;

/// <summary>Draws the cases to learn from, in rtemis's order of draws. Every list is ascending.</summary>
static class CaseDraws
{
    /// <summary>All cases but those of one of <paramref name="folds"/> parts; parts of small bins may be empty.</summary>
    public static int[][] Folds(Strata strata, int rows, int folds, RRandom random)
    {
        var foldOf = new int[rows];
        // A case in no bin is in no fold: it is always learned from.
        Array.Fill(foldOf, -1);
        foreach (var bin in strata.Bins)
        {
            var order = random.SampleWithoutReplacement(bin.Length, bin.Length);
            var parts = EqualWidthCut.Intervals(Array.ConvertAll(order, i => i + 1.0), folds);
            for (var i = 0; i < bin.Length; i++) foldOf[bin[i]] = parts[i];
        }
        var kept = new int[folds][];
        for (var fold = 0; fold < folds; fold++) kept[fold] = [.. Enumerable.Range(0, rows).Where(row => foldOf[row] != fold)];
        // With a fold that holds no case out, R drops an empty list of positions from the cases, which leaves none of them.
        var used = new HashSet<int>(foldOf);
        for (var fold = 0; fold < folds; fold++)
            if (!used.Contains(fold)) kept[fold] = [];
        return kept;
    }

    /// <summary>The share <paramref name="share"/> of each bin.</summary>
    public static int[][] Subsamples(Strata strata, int count, double share, RRandom random)
    {
        var samples = new int[count][];
        for (var i = 0; i < count; i++)
        {
            var rows = new List<int>();
            foreach (var bin in strata.Bins)
                rows.AddRange(random.SampleWithoutReplacement(bin.Length, (int)(share * bin.Length)).Select(position => bin[position]));
            rows.Sort();
            samples[i] = [.. rows];
        }
        return samples;
    }

    /// <summary>Fills each subsample up to <paramref name="target"/> cases by draws from itself.</summary>
    public static int[][] FillUp(int[][] samples, int rows, int? target, RRandom random)
    {
        var length = samples[0].Length;
        var missing = (target >= length ? target.Value : rows) - length;
        return Array.ConvertAll(samples, sample => FillUp(sample, missing, random));
    }

    /// <summary>As many cases as there are, drawn with replacement.</summary>
    public static int[][] Bootstraps(int rows, int count, RRandom random)
    {
        var samples = new int[count][];
        for (var i = 0; i < count; i++)
        {
            samples[i] = random.SampleWithReplacement(rows, rows);
            Array.Sort(samples[i]);
        }
        return samples;
    }

    /// <summary>All cases but one.</summary>
    public static int[][] LeaveOneOut(int rows)
    {
        var kept = new int[rows][];
        for (var left = 0; left < rows; left++) kept[left] = [.. Enumerable.Range(0, left), .. Enumerable.Range(left + 1, rows - left - 1)];
        return kept;
    }

    static int[] FillUp(int[] sample, int missing, RRandom random)
    {
        // R's sample() takes a single number for the numbers up to it.
        var pool = sample is [var only] ? [.. Enumerable.Range(0, only + 1)] : sample;
        if (missing > 0 && pool.Length == 0) throw new LearningException("simpleError", "invalid first argument");
        var positions = missing > sample.Length
            ? random.SampleWithReplacement(pool.Length, missing)
            : random.SampleWithoutReplacement(pool.Length, missing);
        int[] filled = [.. sample, .. positions.Select(position => pool[position])];
        Array.Sort(filled);
        return filled;
    }
}
