namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// The cases of a map in the order of a <see cref="SpaceTree"/>, with their coordinates. The order is kept from one map to the next, where most cases
/// stay in their place.
/// </summary>
sealed class CellSorting
{
    readonly byte[] _parts;
    readonly int[] _spareOrder;
    readonly double[] _spareX;
    readonly double[] _spareY;
    readonly double[] _spareZ;

    /// <summary>The cases in their own order.</summary>
    public CellSorting(int cases, int lanes)
    {
        var room = (cases + lanes - 1) / lanes * lanes;
        (Order, X, Y, Z) = ([.. Enumerable.Range(0, cases)], new double[room], new double[room], new double[room]);
        (_parts, _spareOrder, _spareX, _spareY, _spareZ) = (new byte[cases], new int[cases], new double[cases], new double[cases], new double[cases]);
    }

    /// <summary>The case at each position.</summary>
    public int[] Order { get; }

    /// <summary>The coordinates at each position; behind the last case there may be some that mean nothing.</summary>
    public double[] X { get; }

    /// <inheritdoc cref="X"/>
    public double[] Y { get; }

    /// <inheritdoc cref="X"/>
    public double[] Z { get; }

    /// <summary>Takes the coordinates of a map.</summary>
    public void Load(TsneMap map)
    {
        for (var i = 0; i < Order.Length; i++)
        {
            var index = Order[i];
            (X[i], Y[i], Z[i]) = (map.X[index], map.Y[index], map.Z[index]);
        }
    }

    /// <summary>Sorts the cases at some positions by the parts of a cell, and leaves them in their order within each.</summary>
    /// <param name="first">The first position.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="box">The cell.</param>
    /// <param name="ends">Takes the end of each part.</param>
    /// <returns>The part that all are in, or a negative number.</returns>
    public int Sort(int first, int end, CellBox box, Span<int> ends)
    {
        var sorted = true;
        ends.Clear();
        for (var i = first; i < end; i++)
        {
            var part = box.PartOf(X[i], Y[i], Z[i]);
            _parts[i] = (byte)part;
            ends[part]++;
            sorted &= i == first || part >= _parts[i - 1];
        }
        if (ends[_parts[first]] == end - first) return _parts[first];
        var sum = first;
        foreach (ref var count in ends) count = sum += count;
        if (!sorted) Move(first, end, ends);
        return -1;
    }

    void Move(int first, int end, ReadOnlySpan<int> ends)
    {
        Span<int> places = stackalloc int[ends.Length];
        places[0] = first;
        ends[..^1].CopyTo(places[1..]);
        for (var i = first; i < end; i++)
        {
            var place = places[_parts[i]]++;
            (_spareOrder[place], _spareX[place], _spareY[place], _spareZ[place]) = (Order[i], X[i], Y[i], Z[i]);
        }
        var count = end - first;
        Array.Copy(_spareOrder, first, Order, first, count);
        Array.Copy(_spareX, first, X, first, count);
        Array.Copy(_spareY, first, Y, first, count);
        Array.Copy(_spareZ, first, Z, first, count);
    }
}
