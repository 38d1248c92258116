namespace Rtemis.Learning.Neighbours;

/// <summary>Selection of the smallest ones. Source: C. A. R. Hoare, "Algorithm 65: find", 1961.</summary>
static class MedianSplit
{
    /// <summary>Reorders keys with their items so that the first <paramref name="count"/> are the smallest.</summary>
    public static void Partition(Span<double> keys, Span<int> items, int count)
    {
        var (first, last) = (0, keys.Length - 1);
        while (first < last)
        {
            var (left, right) = Around(Pivot(keys[first..(last + 1)]), keys, items, first, last);
            if (count <= right) last = right;
            else if (count > left) first = left;
            else return;
        }
    }

    // Up to right lie keys that are at most the pivot, from left on those that are at least the pivot; between them, if anything, the pivot.
    static (int Left, int Right) Around(double pivot, Span<double> keys, Span<int> items, int left, int right)
    {
        while (left <= right)
        {
            while (keys[left] < pivot) left++;
            while (keys[right] > pivot) right--;
            if (left > right) break;
            (keys[left], keys[right]) = (keys[right], keys[left]);
            (items[left], items[right]) = (items[right], items[left]);
            left++;
            right--;
        }
        return (left, right);
    }

    static double Pivot(ReadOnlySpan<double> keys)
    {
        double a = keys[0], b = keys[keys.Length / 2], c = keys[^1];
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }
}
