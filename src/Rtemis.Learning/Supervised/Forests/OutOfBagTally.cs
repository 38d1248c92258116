namespace Rtemis.Learning.Supervised.Forests;

/// <summary>What trees say of the rows outside their samples, put together in the order of the trees.</summary>
/// <param name="outcome">The outcome.</param>
/// <param name="rows">The number of rows.</param>
sealed class OutOfBagTally(ForestOutcome outcome, int rows)
{
    readonly double[] _sums = new double[rows];
    readonly int[] _counts = new int[rows];

    /// <summary>Adds a tree.</summary>
    /// <param name="outside">The rows outside its sample.</param>
    /// <param name="told">What it says of each of them.</param>
    public void Add(int[] outside, double[] told)
    {
        for (var i = 0; i < told.Length; i++)
        {
            _sums[outside[i]] += told[i];
            _counts[outside[i]]++;
        }
    }

    /// <summary>The mean squared error; NaN where each row is in each sample.</summary>
    public double Error()
    {
        var (sum, known) = (0.0, 0);
        for (var row = 0; row < rows; row++)
        {
            if (_counts[row] == 0) continue;
            var error = outcome.Target(row) - _sums[row] / _counts[row];
            sum += error * error;
            known++;
        }
        return sum / known;
    }
}
