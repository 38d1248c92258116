namespace Rtemis.Learning.Supervised.Forests;

/// <summary>What a tree is grown on.</summary>
/// <param name="Drawn">The rows in the order in which they were drawn; some of them several times.</param>
/// <param name="Times">For each row of the data how often it was drawn.</param>
/// <param name="OutOfBag">The rows that the tree is judged by.</param>
sealed record BagSample(int[] Drawn, int[] Times, int[] OutOfBag)
{
    /// <summary>A sample that is judged by all rows that are not in it.</summary>
    /// <param name="drawn">The rows in the order of drawing.</param>
    /// <param name="rows">The number of rows of the data.</param>
    public static BagSample Of(int[] drawn, int rows)
    {
        var times = Count(drawn, rows);
        var outside = new int[times.AsSpan().Count(0)];
        for (int row = 0, i = 0; i < outside.Length; row++)
            if (times[row] == 0) outside[i++] = row;
        return new BagSample(drawn, times, outside);
    }

    /// <summary>A sample that is judged by given rows.</summary>
    public static BagSample Of(int[] drawn, int rows, int[] outside) => new(drawn, Count(drawn, rows), outside);

    static int[] Count(int[] drawn, int rows)
    {
        var times = new int[rows];
        foreach (var row in drawn) times[row]++;
        return times;
    }
}
