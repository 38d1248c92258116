namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// Shell's sort with the gaps 1, 4, 13, ... Equal keys do not keep their order, and the order that they get is the same as in R, whose
/// <c>rsort_with_index</c> sorts this way. Source: D. E. Knuth, "The Art of Computer Programming", volume 3, section 5.2.1.
/// </summary>
static class ShellSort
{
    /// <summary>Sorts keys, ascending, and moves the items with them.</summary>
    public static void Sort(double[] keys, int[] items)
    {
        var gap = 1;
        while (gap <= keys.Length / 9) gap = 3 * gap + 1;
        for (; gap > 0; gap /= 3)
        {
            for (var i = gap; i < keys.Length; i++)
            {
                var (key, item, at) = (keys[i], items[i], i);
                for (; at >= gap && keys[at - gap] > key; at -= gap) (keys[at], items[at]) = (keys[at - gap], items[at - gap]);
                (keys[at], items[at]) = (key, item);
            }
        }
    }
}
