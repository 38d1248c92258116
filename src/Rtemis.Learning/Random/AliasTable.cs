namespace Rtemis.Learning.Random;

/// <summary>
/// Draws by weights in the same time for each draw, however many weights there are. Source: A. J. Walker, "An efficient method for generating
/// discrete random variables with general distributions", ACM Transactions on Mathematical Software 3(3), 1977, in the order in which R pairs
/// positions.
/// </summary>
sealed class AliasTable
{
    // Each position keeps a share of its draws and leaves the others to its alias.
    readonly double[] _kept;
    readonly int[] _aliases;

    /// <param name="shares">One for each position; together 1.</param>
    public AliasTable(ReadOnlySpan<double> shares)
    {
        var count = shares.Length;
        _kept = new double[count];
        _aliases = new int[count];
        // Those below an even share from the front, the others from the back.
        var order = new int[count];
        var (low, high) = (0, count);
        for (var i = 0; i < count; i++)
        {
            _kept[i] = shares[i] * count;
            order[_kept[i] < 1 ? low++ : --high] = i;
        }
        if (low > 0) Pair(order, high);
    }

    /// <summary>Some positions, each draw from all of them.</summary>
    public int[] Sample(int k, RRandom random)
    {
        var picked = new int[k];
        for (var i = 0; i < k; i++)
        {
            var position = (int)random.NextIndex(_kept.Length);
            picked[i] = random.NextUniform() < _kept[position] ? position : _aliases[position];
        }
        return picked;
    }

    // What the position in turn lacks to an even share is filled by the first that has more than one.
    void Pair(int[] order, int high)
    {
        for (var i = 0; i < order.Length - 1 && high < order.Length; i++)
        {
            var rich = order[high];
            _aliases[order[i]] = rich;
            _kept[rich] += _kept[order[i]] - 1;
            if (_kept[rich] < 1) high++;
        }
    }
}
