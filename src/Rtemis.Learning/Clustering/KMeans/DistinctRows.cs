using Rtemis.Learning.Data;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>Cases with equal values taken as one, to draw different ones from.</summary>
sealed class DistinctRows
{
    readonly int[] _kindOf;

    public DistinctRows(NumericFrame data)
    {
        var kinds = new Dictionary<int, int>(data.Rows, new SameValues(data));
        _kindOf = new int[data.Rows];
        for (var row = 0; row < data.Rows; row++)
        {
            if (!kinds.TryGetValue(row, out _kindOf[row])) kinds.Add(row, _kindOf[row] = kinds.Count);
        }
        Count = kinds.Count;
    }

    /// <summary>How many different ones there are.</summary>
    public int Count { get; }

    /// <summary>Draws cases that differ, in the order of flexclust's draws: all cases are shuffled, then some of the different ones are picked.</summary>
    public int[] Draw(int count, RRandom random)
    {
        var seen = new bool[Count];
        var different = new List<int>(Count);
        foreach (var row in random.SampleWithoutReplacement(_kindOf.Length, _kindOf.Length))
        {
            if (seen[_kindOf[row]]) continue;
            seen[_kindOf[row]] = true;
            different.Add(row);
        }
        return Array.ConvertAll(random.SampleWithoutReplacement(Count, count), position => different[position]);
    }

    sealed class SameValues(NumericFrame data) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y)
        {
            for (var c = 0; c < data.Columns; c++)
                if (data.Column(c)[x] != data.Column(c)[y]) return false;
            return true;
        }

        public int GetHashCode(int row)
        {
            var hash = new HashCode();
            for (var c = 0; c < data.Columns; c++) hash.Add(data.Column(c)[row]);
            return hash.ToHashCode();
        }
    }
}
