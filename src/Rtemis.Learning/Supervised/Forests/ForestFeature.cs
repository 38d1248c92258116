namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A feature that trees are grown on; a factor is the numbers of its levels, in their order.</summary>
sealed class ForestFeature
{
    readonly double[] _distinct;

    /// <param name="values">A number for each row, none missing. The array is kept.</param>
    public ForestFeature(double[] values)
    {
        Values = values;
        var sorted = (double[])values.Clone();
        var rows = new int[values.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        Array.Sort(sorted, rows);
        Ranks = new int[values.Length];
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] > sorted[distinct - 1]) sorted[distinct++] = sorted[i];
            Ranks[rows[i]] = distinct - 1;
        }
        _distinct = sorted[..distinct];
    }

    /// <summary>The number of each row.</summary>
    public double[] Values { get; }

    /// <summary>For each row how many smaller numbers the feature has.</summary>
    public int[] Ranks { get; }

    /// <summary>How many different numbers it has.</summary>
    public int Distinct => _distinct.Length;

    /// <summary>The number that parts those of two ranks: the middle, or the lower one where that is, to rounding, the upper one.</summary>
    public double Cut(int below, int above)
    {
        var middle = (_distinct[below] + _distinct[above]) / 2;
        return middle == _distinct[above] ? _distinct[below] : middle;
    }
}
