namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Sorts cases by a key with quicksort (C. A. R. Hoare, "Quicksort", The Computer Journal 5(1), 1962): the pivot is the median of the
/// first, middle and last key, short runs are sorted by insertion. It is not stable, on purpose: sums run over cases in this order, and
/// where two variables split the cases alike, the last bits of those sums decide which one rpart takes.
/// </summary>
static class CaseSort
{
    const int ShortRun = 11;

    public static void Sort(Span<double> keys, Span<int> cases)
    {
        while (keys.Length > ShortRun)
        {
            // Equal ones would stay where they are; few different values leave many such runs.
            if (!keys.ContainsAnyExcept(keys[0])) return;
            var (lowEnd, highStart) = Partition(keys, cases);
            // The shorter part by a call, the longer one by the loop: the stack stays small.
            if (lowEnd < keys.Length - highStart)
            {
                Sort(keys[..lowEnd], cases[..lowEnd]);
                keys = keys[highStart..];
                cases = cases[highStart..];
            }
            else
            {
                Sort(keys[highStart..], cases[highStart..]);
                keys = keys[..lowEnd];
                cases = cases[..lowEnd];
            }
        }
        Insert(keys, cases);
    }

    // Afterwards keys before lowEnd are at most the pivot, keys from highStart on at least the pivot, and a key between equals it.
    static (int LowEnd, int HighStart) Partition(Span<double> keys, Span<int> cases)
    {
        var pivot = Median(keys[0], keys[(keys.Length - 1) / 2], keys[^1]);
        int i = 0, j = keys.Length - 1;
        while (i <= j)
        {
            while (keys[i] < pivot) i++;
            while (keys[j] > pivot) j--;
            if (i > j) break;
            // Equal keys stay where they are, but both ends stop at them, so that the parts are even where there are many.
            if (keys[i] > keys[j])
            {
                (keys[i], keys[j]) = (keys[j], keys[i]);
                (cases[i], cases[j]) = (cases[j], cases[i]);
            }
            i++;
            j--;
        }
        return (j + 1, i);
    }

    static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    static void Insert(Span<double> keys, Span<int> cases)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var (key, moved) = (keys[i], cases[i]);
            var j = i;
            for (; j > 0 && keys[j - 1] > key; j--)
            {
                keys[j] = keys[j - 1];
                cases[j] = cases[j - 1];
            }
            keys[j] = key;
            cases[j] = moved;
        }
    }
}
