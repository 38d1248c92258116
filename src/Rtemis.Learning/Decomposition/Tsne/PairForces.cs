using System.Numerics;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>The forces of all pairs, exactly. Source: L. van der Maaten and G. Hinton, 2008, section 3.4.</summary>
/// <param name="shares">The share of each pair.</param>
/// <param name="context">The run.</param>
sealed class PairForces(SquareMatrix shares, RunContext context) : ITsneForces
{
    const int ChunkCases = 32;

    // What keeps the logarithm of a share of 0 finite, as in Rtsne.
    const double Least = 1e-9;

    readonly double[] _sums = new double[shares.Size];

    public void Gradient(TsneMap map, double exaggeration, TsneMap gradient)
    {
        var push = new TsneMap(map.Cases, map.Dimensions);
        context.Work.ForChunks(map.Cases, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i++) _sums[i] = Sum(map, i, exaggeration, gradient, push);
        });
        var total = TensorPrimitives.Sum<double>(_sums);
        for (var d = 0; d < map.Dimensions; d++) TensorPrimitives.MultiplyAdd(push.Axis(d), -1 / total, gradient.Axis(d), gradient.Axis(d));
    }

    public double[] Costs(TsneMap map, double exaggeration)
    {
        var (sums, costs) = (new double[map.Cases], new double[map.Cases]);
        context.Work.ForChunks(map.Cases, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
                for (var j = 0; j < map.Cases; j++) sums[i] += j == i ? 0 : Nearness(map, i, j);
        });
        var total = TensorPrimitives.Sum<double>(sums);
        context.Work.ForChunks(map.Cases, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                for (var j = 0; j < map.Cases; j++)
                {
                    var share = exaggeration * shares[i][j];
                    if (j != i) costs[i] += share * Math.Log((share + Least) / (Nearness(map, i, j) / total + Least));
                }
            }
        });
        return costs;
    }

    static double Nearness(TsneMap map, int i, int j)
    {
        double x = map.X[i] - map.X[j], y = map.Y[i] - map.Y[j], z = map.Z[i] - map.Z[j];
        return 1 / (1 + x * x + y * y + z * z);
    }

    // Writes the pull and the push on a case; returns the sum of its nearness to all others.
    double Sum(TsneMap map, int i, double exaggeration, TsneMap pull, TsneMap push)
    {
        var (width, row) = (Vector<double>.Count, shares[i]);
        var (x, y, z) = (new Vector<double>(map.X[i]), new Vector<double>(map.Y[i]), new Vector<double>(map.Z[i]));
        var (pullX, pullY, pullZ) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var (pushX, pushY, pushZ, nearness) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var j = 0;
        for (; j <= map.Cases - width; j += width)
        {
            var (awayX, awayY, awayZ) = (x - new Vector<double>(map.X, j), y - new Vector<double>(map.Y, j), z - new Vector<double>(map.Z, j));
            var near = Vector<double>.One / (Vector<double>.One + awayX * awayX + awayY * awayY + awayZ * awayZ);
            var (attraction, repulsion) = (new Vector<double>(row, j) * near, near * near);
            nearness += near;
            pullX += attraction * awayX;
            pullY += attraction * awayY;
            pullZ += attraction * awayZ;
            pushX += repulsion * awayX;
            pushY += repulsion * awayY;
            pushZ += repulsion * awayZ;
        }
        (pull.X[i], pull.Y[i], pull.Z[i]) = (Vector.Sum(pullX), Vector.Sum(pullY), Vector.Sum(pullZ));
        (push.X[i], push.Y[i], push.Z[i]) = (Vector.Sum(pushX), Vector.Sum(pushY), Vector.Sum(pushZ));
        var sum = Vector.Sum(nearness);
        for (; j < map.Cases; j++)
        {
            var near = Nearness(map, i, j);
            sum += near;
            Add(map, i, j, row[j] * near, pull);
            Add(map, i, j, near * near, push);
        }
        (pull.X[i], pull.Y[i], pull.Z[i]) = (exaggeration * pull.X[i], exaggeration * pull.Y[i], exaggeration * pull.Z[i]);
        // The case's nearness to itself is 1.
        return sum - 1;
    }

    static void Add(TsneMap map, int i, int j, double force, TsneMap sums)
    {
        sums.X[i] += force * (map.X[i] - map.X[j]);
        sums.Y[i] += force * (map.Y[i] - map.Y[j]);
        sums.Z[i] += force * (map.Z[i] - map.Z[j]);
    }
}
