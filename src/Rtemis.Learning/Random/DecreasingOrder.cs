namespace Rtemis.Learning.Random;

/// <summary>
/// Sorts numbers decreasingly with heapsort, positions along with them: it is not stable, and R's draws by weights depend on where equal ones end up.
/// Source: J. W. J. Williams, "Algorithm 232: Heapsort", Communications of the ACM 7(6), 1964; ties as in R's <c>revsort</c>.
/// </summary>
static class DecreasingOrder
{
    public static void Sort(Span<double> keys, Span<int> positions)
    {
        for (var start = keys.Length / 2 - 1; start >= 0; start--) Sift(keys, positions, start, keys[start], positions[start]);
        for (var end = keys.Length - 1; end > 0; end--)
        {
            // The least of those left goes to the end, and what was there finds its place among the others.
            var (key, position) = (keys[end], positions[end]);
            (keys[end], positions[end]) = (keys[0], positions[0]);
            Sift(keys[..end], positions[..end], 0, key, position);
        }
    }

    static void Sift(Span<double> keys, Span<int> positions, int hole, double key, int position)
    {
        for (var child = 2 * hole + 1; child < keys.Length; child = 2 * hole + 1)
        {
            if (child + 1 < keys.Length && keys[child] > keys[child + 1]) child++;
            if (key <= keys[child]) break;
            (keys[hole], positions[hole]) = (keys[child], positions[child]);
            hole = child;
        }
        (keys[hole], positions[hole]) = (key, position);
    }
}
