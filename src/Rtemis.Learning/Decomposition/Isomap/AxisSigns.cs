using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>Which end of an axis is the positive one.</summary>
static class AxisSigns
{
    /// <summary>
    /// Turns axes as LAPACK's <c>dsyevr</c> does, but for near ties: in the vector of the matrix reduced to three diagonals the component that is largest in
    /// size is positive.
    /// </summary>
    /// <param name="axes">The axes.</param>
    /// <param name="centered">The double centred matrix.</param>
    /// <param name="context">The run.</param>
    public static void ByReduction(IsomapAxes axes, SquareMatrix centered, RunContext context)
    {
        double[][] columns = [.. Enumerable.Range(0, centered.Size).Select(i => (double[])centered[i].Clone())];
        var reduction = new TridiagonalReduction(columns, context.Work, context.Cancellation);
        foreach (var places in axes.Places)
        {
            var reduced = (double[])places.Clone();
            reduction.ApplyInverse(reduced);
            Turn(places, reduced);
        }
    }

    /// <summary>Turns axes so that the case farthest out is on the positive side.</summary>
    public static void ByFarthest(IsomapAxes axes)
    {
        foreach (var places in axes.Places) Turn(places, places);
    }

    static void Turn(double[] places, double[] guide)
    {
        if (guide[TensorPrimitives.IndexOfMaxMagnitude<double>(guide)] < 0) TensorPrimitives.Negate(places, places);
    }
}
