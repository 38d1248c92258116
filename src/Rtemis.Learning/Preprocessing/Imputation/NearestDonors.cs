namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>
/// Cases with known values, by what a model predicts for them: a case without a value is given that of one with a similar prediction (predictive mean
/// matching). Source: R. J. A. Little, "Missing-data adjustments in large surveys", Journal of Business and Economic Statistics 6(3), 1988.
/// </summary>
sealed class NearestDonors
{
    readonly int[] _donors;
    readonly double[] _predictions;

    /// <param name="predictions">A prediction for each donor.</param>
    /// <param name="order">The donors in some order: those of equal predictions stay in it.</param>
    public NearestDonors(double[] predictions, IEnumerable<int> order)
    {
        _donors = [.. order.OrderBy(donor => predictions[donor])];
        _predictions = Array.ConvertAll(_donors, donor => predictions[donor]);
    }

    /// <summary>The number of donors.</summary>
    public int Count => _donors.Length;

    /// <summary>The donor at a place in the order of predictions.</summary>
    public int this[int place] => _donors[place];

    /// <summary>The place of the nearest donor (rank 1), the next nearest (2) and so on; of two on both sides, of that with the larger prediction.</summary>
    public int Find(double prediction, int rank)
    {
        var right = First(prediction);
        var left = right - 1;
        var place = -1;
        for (var i = 0; i < rank; i++)
        {
            var takesLeft = right == Count || (left >= 0 && prediction - _predictions[left] < _predictions[right] - prediction);
            place = takesLeft ? left-- : right++;
        }
        return place;
    }

    /// <summary>The places of the donors with the prediction of the one at a place: the first, and how many.</summary>
    public (int Start, int Length) Ties(int place)
    {
        var start = First(_predictions[place]);
        return (start, First(Math.BitIncrement(_predictions[place])) - start);
    }

    // The first place whose prediction is not smaller.
    int First(double prediction)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_predictions[middle] < prediction) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
