namespace Rtemis.Learning.Supervised.Boosting.Sampling;

/// <summary>Finds one value of an order without putting all in order. Source: C. A. R. Hoare, "Algorithm 65: Find", 1961.</summary>
static class OrderStatistic
{
    /// <summary>The value that has <paramref name="place"/> larger ones before it in descending order.</summary>
    /// <param name="values">The values; they are moved.</param>
    /// <param name="place">0 for the largest.</param>
    public static float LargestAt(Span<float> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[low + (high - low) / 2];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] > pivot) i++;
                while (values[j] < pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }
            if (place <= j) high = j;
            else if (place >= i) low = i;
            else break;
        }
        return values[place];
    }
}
