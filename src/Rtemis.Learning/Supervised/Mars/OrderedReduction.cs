using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// A triangular factor whose terms can be put in another order: then the first terms of any number are a subset, and what they leave of the responses can
/// be read off. Source: A. J. Miller, "Subset Selection in Regression", 1990, chapter 2; the same author's algorithm AS 274, Applied Statistics 41(2), 1992.
/// </summary>
sealed class OrderedReduction
{
    // Below this share of its length, a term has nothing of its own.
    const double Tolerance = 5e-10;

    // Row after row; the responses stand behind the terms.
    readonly double[][] _rows;
    readonly double[] _least;
    readonly int[] _order;
    readonly double _rest;

    public OrderedReduction(TermRegression regression)
    {
        Terms = regression.Factor.Columns;
        _rest = regression.Rest;
        _order = [.. Enumerable.Range(0, Terms)];
        _rows = [.. _order.Select(row => (double[])
            [.. _order.Select(c => row > c ? 0 : regression.Factor[row, c]), .. Enumerable.Range(0, regression.Responses.Columns).Select(r => regression.Responses[row, r])])];
        _least = [.. _order.Select(c => Tolerance * TensorPrimitives.SumOfMagnitudes<double>(regression.Factor.Column(c)[..(c + 1)]))];
    }

    /// <summary>The number of terms.</summary>
    public int Terms { get; }

    /// <summary>The first terms.</summary>
    public int[] First(int count) => _order[..count];

    /// <summary>The residual sum of squares of the first terms.</summary>
    public double Rss(int count)
    {
        var sum = _rest;
        for (var row = Terms - 1; row >= count; row--) sum += TensorPrimitives.SumOfSquares<double>(_rows[row].AsSpan(Terms));
        return sum;
    }

    /// <summary>Moves a term to another place; those between move up or down by one.</summary>
    public void Move(int from, int to)
    {
        for (; from < to; from++) Swap(from);
        for (; from > to; from--) Swap(from - 1);
    }

    /// <summary>Of the terms at places <paramref name="first"/> to <paramref name="end"/> - 1, the one that the first <paramref name="end"/> terms miss least.</summary>
    public int Cheapest(int first, int end)
    {
        var (best, least) = (first, double.PositiveInfinity);
        for (var place = first; place < end; place++)
        {
            var cost = Cost(place, end);
            if (cost < least) (best, least) = (place, cost);
        }
        return best;
    }

    /// <summary>
    /// Of the terms at places <paramref name="first"/> to <paramref name="end"/> - 1, the one that adds most to those before place <paramref name="first"/>,
    /// and by how much it lowers the residual sum of squares; -1 where none does.
    /// </summary>
    public (int Place, double Gain) Richest(int first, int end)
    {
        var (best, most) = (-1, 0.0);
        for (var place = first; place < end; place++)
        {
            var gain = Gain(first, place);
            if (gain > most) (best, most) = (place, gain);
        }
        return (best, most);
    }

    double Gain(int first, int place)
    {
        var (squares, product) = (0.0, 0.0);
        for (var row = first; row <= place; row++)
        {
            squares += _rows[row][place] * _rows[row][place];
            product += _rows[row][place] * _rows[row][Terms];
        }
        return Math.Sqrt(squares) > _least[place] ? product * product / squares : 0;
    }

    // Turns the rows below into the term's own until nothing of it is left but its products with the responses.
    double Cost(int place, int end)
    {
        if (Math.Abs(_rows[place][place]) < _least[place]) return 0;
        var own = _rows[place].AsSpan(place).ToArray();
        for (var row = place + 1; row < end; row++)
        {
            var (diagonal, beside) = (_rows[row][row], own[row - place]);
            if (beside == 0) continue;
            var length = Math.Sqrt(diagonal * diagonal + beside * beside);
            var rest = own.AsSpan(row - place);
            TensorPrimitives.Multiply(rest, diagonal / length, rest);
            TensorPrimitives.MultiplyAdd(_rows[row].AsSpan(row), -beside / length, rest, rest);
        }
        return TensorPrimitives.SumOfSquares<double>(own.AsSpan(Terms - place));
    }

    // Swaps the terms at a place and the next, and turns their rows so that the factor is triangular again.
    void Swap(int place)
    {
        (_order[place], _order[place + 1]) = (_order[place + 1], _order[place]);
        (_least[place], _least[place + 1]) = (_least[place + 1], _least[place]);
        for (var row = 0; row <= place + 1; row++) (_rows[row][place], _rows[row][place + 1]) = (_rows[row][place + 1], _rows[row][place]);
        var upper = _rows[place].AsSpan(place);
        var lower = _rows[place + 1].AsSpan(place);
        var length = Math.Sqrt(upper[0] * upper[0] + lower[0] * lower[0]);
        if (length == 0 || lower[0] == 0) return;
        var (cosine, sine) = (upper[0] / length, lower[0] / length);
        for (var i = 0; i < upper.Length; i++) (upper[i], lower[i]) = (cosine * upper[i] + sine * lower[i], cosine * lower[i] - sine * upper[i]);
        lower[0] = 0;
    }
}
