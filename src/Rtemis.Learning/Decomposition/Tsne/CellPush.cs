using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// How a tree's cells push some cases, one a lane. Lanes go through the tree together, each as if it were alone: a lane that took a cell as one body
/// rests until the others are through with the cell. So the sums of a case do not depend on those beside it.
/// </summary>
struct CellPush<TSpace> where TSpace : ITsneSpace
{
    /// <summary>The sums of q² times the way from the other case, q = 1 / (1 + squared distance).</summary>
    public Vector<double> X, Y, Z;

    /// <summary>The sums of q.</summary>
    public Vector<double> Sum;

    /// <summary>Goes through a tree.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="x">Where the cases are.</param>
    /// <param name="y">Where the cases are.</param>
    /// <param name="z">Where the cases are.</param>
    /// <param name="own">The cells that the cases are alone in.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CellPush<TSpace> Of(ReadOnlySpan<MapCell> cells, Vector<double> x, Vector<double> y, Vector<double> z, Vector<long> own)
    {
        var (sumX, sumY, sumZ, sum) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var resting = Vector<long>.Zero;
        for (var i = 0; i < cells.Length;)
        {
            ref readonly var cell = ref cells[i];
            var here = new Vector<long>(i);
            var (awayX, awayY, awayZ) = (x - new Vector<double>(cell.X), y - new Vector<double>(cell.Y), Vector<double>.Zero);
            var square = Vector.FusedMultiplyAdd(awayX, awayX, awayY * awayY);
            if (TSpace.HasDepth)
            {
                awayZ = z - new Vector<double>(cell.Z);
                square = Vector.FusedMultiplyAdd(awayZ, awayZ, square);
            }
            var awake = Vector.LessThanOrEqual(resting, here);
            var far = Vector.LessThan(new Vector<double>(cell.Limit), square);
            var taken = Vector.BitwiseAnd(awake, far);
            if (taken != Vector<long>.Zero)
            {
                var body = Vector.AndNot(taken, Vector.Equals(own, here)).As<long, double>();
                var near = Vector<double>.One / (Vector<double>.One + square);
                var push = Vector.BitwiseAnd(body, new Vector<double>(cell.Mass) * near);
                sum += push;
                push *= near;
                sumX = Vector.FusedMultiplyAdd(push, awayX, sumX);
                sumY = Vector.FusedMultiplyAdd(push, awayY, sumY);
                if (TSpace.HasDepth) sumZ = Vector.FusedMultiplyAdd(push, awayZ, sumZ);
                resting = Vector.ConditionalSelect(taken, new Vector<long>(cell.Next), resting);
            }
            i = Vector.AndNot(awake, far) == Vector<long>.Zero ? cell.Next : i + 1;
        }
        return new CellPush<TSpace> { X = sumX, Y = sumY, Z = sumZ, Sum = sum };
    }
}
