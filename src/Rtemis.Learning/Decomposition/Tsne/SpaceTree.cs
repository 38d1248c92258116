using System.Numerics.Tensors;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// A map's cases in cells that are halved along each coordinate until every case is alone; a quadtree where there are two. A cell that would have only
/// one filled part is that part. Source: J. Barnes and P. Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 1986; the root and the
/// cells' order are Rtsne's.
/// </summary>
sealed class SpaceTree
{
    // Halved so often, a cell has no width to rounding: its cases are in one place.
    const int Deepest = 100;
    const int Parts = 8;
    const int CasesBetweenLooks = 1024;
    const double Margin = 1e-5;

    readonly double _theta;
    readonly CellSorting _cases;
    readonly MapCell[] _cells;
    int _count;

    /// <summary>Room for a tree.</summary>
    /// <param name="cases">The number of cases.</param>
    /// <param name="theta">A cell acts as one body where half its width is at most this share of the distance; above 0.</param>
    /// <param name="lanes">How many cases are worked on side by side: positions are filled up to whole groups of these.</param>
    public SpaceTree(int cases, double theta, int lanes)
    {
        _theta = theta;
        _cases = new CellSorting(cases, lanes);
        _cells = new MapCell[2 * cases];
        Own = new long[_cases.X.Length];
    }

    /// <summary>The cells, each in front of its parts.</summary>
    public ReadOnlySpan<MapCell> Cells => _cells.AsSpan(0, _count);

    /// <summary>The cases by their positions in the tree, where neighbours are close to each other.</summary>
    public CellSorting Cases => _cases;

    /// <summary>Which cell the case at a position is alone in.</summary>
    public long[] Own { get; }

    /// <summary>Builds the tree of a map, anew.</summary>
    public void Build(TsneMap map, CancellationToken cancellation)
    {
        _cases.Load(map);
        _count = 0;
        var (reachY, reachZ) = (map.Dimensions > 1 ? Reach(map.Y) : 0, map.Dimensions > 2 ? Reach(map.Z) : 0);
        var box = new CellBox(Middle(map.X), Middle(map.Y), Middle(map.Z), Reach(map.X), reachY, reachZ);
        Add(0, map.Cases, box, 0, cancellation);
    }

    static double Middle(double[] axis) => TensorPrimitives.Sum<double>(axis) / axis.Length;

    static double Reach(double[] axis)
    {
        var middle = Middle(axis);
        return Math.Max(TensorPrimitives.Max<double>(axis) - middle, middle - TensorPrimitives.Min<double>(axis)) + Margin;
    }

    void Add(int first, int end, CellBox box, int depth, CancellationToken cancellation)
    {
        if (end - first == 1)
        {
            AddCase(first);
            return;
        }
        Span<int> ends = stackalloc int[Parts];
        for (; depth < Deepest && _cases.Sort(first, end, box, ends) is var only and >= 0; depth++) box = box.Part(only);
        if (end - first > CasesBetweenLooks) cancellation.ThrowIfCancellationRequested();
        var cell = _count++;
        if (depth == Deepest)
        {
            for (var i = first; i < end; i++) AddCase(i);
        }
        else
        {
            for (var part = 0; part < Parts; part++)
            {
                if (ends[part] > first) Add(first, ends[part], box.Part(part), depth + 1, cancellation);
                first = ends[part];
            }
        }
        Summarize(cell, box.HalfWidth / _theta);
    }

    void AddCase(int position)
    {
        Own[position] = _count;
        _cells[_count] = new MapCell { X = _cases.X[position], Y = _cases.Y[position], Z = _cases.Z[position], Mass = 1, Limit = -1, Next = _count + 1 };
        _count++;
    }

    void Summarize(int cell, double distance)
    {
        double x = 0, y = 0, z = 0, mass = 0;
        for (var part = cell + 1; part < _count; part = _cells[part].Next)
        {
            ref var body = ref _cells[part];
            x += body.Mass * body.X;
            y += body.Mass * body.Y;
            z += body.Mass * body.Z;
            mass += body.Mass;
        }
        _cells[cell] = new MapCell { X = x / mass, Y = y / mass, Z = z / mass, Mass = mass, Limit = distance * distance, Next = _count };
    }
}
