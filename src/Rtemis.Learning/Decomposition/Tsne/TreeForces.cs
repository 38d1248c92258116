using System.Numerics;
using System.Numerics.Tensors;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// Forces in time n log n: neighbours attract each other, and all cases push each other, far groups as one. Source: L. van der Maaten, "Accelerating t-SNE
/// using Tree-Based Algorithms", Journal of Machine Learning Research 15, 2014.
/// </summary>
sealed class TreeForces<TSpace> : ITsneForces where TSpace : ITsneSpace
{
    const int ChunkCases = 256;

    // What keeps the logarithm of a share of 0 finite, as in Rtsne.
    const double Least = 1.17549435e-38;

    readonly WeightedGraph _shares;
    readonly RunContext _context;
    readonly SpaceTree _tree;
    readonly TsneMap _push;
    readonly double[] _sums;

    /// <summary>The forces between cases.</summary>
    public TreeForces(WeightedGraph shares, TsneParameters parameters, RunContext context)
    {
        (_shares, _context) = (shares, context);
        _tree = new SpaceTree(shares.Vertices, parameters.Theta, Vector<double>.Count);
        _push = new TsneMap(shares.Vertices, parameters.K);
        _sums = new double[shares.Vertices];
    }

    public void Gradient(TsneMap map, double exaggeration, TsneMap gradient)
    {
        // One thread builds the tree while the others have a start on the attraction, which needs none.
        var chunks = (map.Cases + ChunkCases - 1) / ChunkCases;
        _context.Work.For(1 + chunks, part =>
        {
            if (part == 0) _tree.Build(map, _context.Cancellation);
            else Attract(map, exaggeration, gradient, (part - 1) * ChunkCases, Math.Min(map.Cases, part * ChunkCases));
        });
        var total = Push();
        for (var d = 0; d < map.Dimensions; d++) TensorPrimitives.MultiplyAdd(_push.Axis(d), -1 / total, gradient.Axis(d), gradient.Axis(d));
    }

    public double[] Costs(TsneMap map, double exaggeration)
    {
        _tree.Build(map, _context.Cancellation);
        var total = Push();
        var costs = new double[map.Cases];
        _context.Work.ForChunks(map.Cases, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var others = _shares.Targets(i);
                var shares = _shares.Weights(i);
                for (var k = 0; k < others.Length; k++)
                {
                    var j = others[k];
                    double x = map.X[i] - map.X[j], y = map.Y[i] - map.Y[j], z = map.Z[i] - map.Z[j];
                    var share = exaggeration * shares[k];
                    costs[i] += share * Math.Log((share + Least) / (1 / (1 + x * x + y * y + z * z) / total + Least));
                }
            }
        });
        return costs;
    }

    void Attract(TsneMap map, double exaggeration, TsneMap gradient, int first, int end)
    {
        double[] xs = map.X, ys = map.Y, zs = map.Z;
        for (var i = first; i < end; i++)
        {
            var others = _shares.Targets(i);
            var shares = _shares.Weights(i);
            double x = xs[i], y = ys[i], z = zs[i], sumX = 0, sumY = 0, sumZ = 0;
            for (var k = 0; k < others.Length; k++)
            {
                var j = others[k];
                double awayX = x - xs[j], awayY = y - ys[j], awayZ = TSpace.HasDepth ? z - zs[j] : 0;
                var pull = shares[k] / (1 + awayX * awayX + awayY * awayY + (TSpace.HasDepth ? awayZ * awayZ : 0));
                sumX += pull * awayX;
                sumY += pull * awayY;
                if (TSpace.HasDepth) sumZ += pull * awayZ;
            }
            gradient.X[i] = exaggeration * sumX;
            gradient.Y[i] = exaggeration * sumY;
            if (TSpace.HasDepth) gradient.Z[i] = exaggeration * sumZ;
        }
    }

    // The sum of q over all pairs.
    double Push()
    {
        var cases = _tree.Cases;
        _context.Work.ForChunks(cases.Order.Length, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i += Vector<double>.Count)
            {
                var push = CellPush<TSpace>.Of(
                    _tree.Cells, new Vector<double>(cases.X, i), new Vector<double>(cases.Y, i), new Vector<double>(cases.Z, i), new Vector<long>(_tree.Own, i));
                for (var lane = 0; lane < Vector<double>.Count && i + lane < end; lane++)
                {
                    var index = cases.Order[i + lane];
                    (_push.X[index], _push.Y[index], _push.Z[index], _sums[index]) = (push.X[lane], push.Y[lane], push.Z[lane], push.Sum[lane]);
                }
            }
        });
        return TensorPrimitives.Sum<double>(_sums);
    }
}
