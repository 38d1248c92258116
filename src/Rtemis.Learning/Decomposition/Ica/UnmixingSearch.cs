using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>
/// The rotation of the whitened space whose axes are the independent components, by the rules of the R package fastICA's C code. It ends without a
/// word when the passes are used up.
/// </summary>
/// <param name="step">Takes directions a step ahead.</param>
/// <param name="parameters">When to end.</param>
/// <param name="context">The run.</param>
sealed class UnmixingSearch(FixedPointStep step, IcaParameters parameters, RunContext context)
{
    /// <summary>One component a row, orthonormal.</summary>
    /// <param name="start">Random numbers, as many rows and columns as components.</param>
    public Matrix From(Matrix start) =>
        parameters.Deflation ? OneByOne(SymmetricOrthogonalization.Of(start, context)) : Together(SymmetricOrthogonalization.Of(start, context));

    // The counter is at 2 after the first pass, which is always made.
    Matrix Together(Matrix directions)
    {
        var turn = double.PositiveInfinity;
        for (var pass = 1; pass == 1 || (turn > parameters.Tolerance && pass < parameters.MaxIterations); pass++)
        {
            var next = SymmetricOrthogonalization.Of(step.From(directions), context);
            turn = Enumerable.Range(0, next.Rows).Max(i => Math.Abs(1 - Math.Abs(Cosine(next, directions, i))));
            directions = next;
        }
        return directions;
    }

    Matrix OneByOne(Matrix start)
    {
        var found = new Matrix(start.Rows, start.Columns);
        var direction = new Matrix(1, start.Columns);
        for (var i = 0; i < start.Rows; i++)
        {
            for (var a = 0; a < start.Columns; a++) direction[0, a] = start[i, a];
            MakeOrthogonal(direction.Values, found, i);
            var turn = double.PositiveInfinity;
            for (var pass = 0; turn > parameters.Tolerance && pass < parameters.MaxIterations; pass++)
            {
                var next = step.From(direction);
                MakeOrthogonal(next.Values, found, i);
                turn = Math.Abs(Math.Abs(TensorPrimitives.Dot<double>(next.Values, direction.Values)) - 1);
                direction = next;
            }
            for (var a = 0; a < start.Columns; a++) found[i, a] = direction[0, a];
        }
        return found;
    }

    // Takes off the directions found so far, one after the other, and makes the length 1.
    static void MakeOrthogonal(Span<double> direction, Matrix found, int count)
    {
        Span<double> other = new double[direction.Length];
        for (var i = 0; i < count; i++)
        {
            for (var a = 0; a < other.Length; a++) other[a] = found[i, a];
            TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<double>(other, direction), direction, direction);
        }
        TensorPrimitives.Divide(direction, TensorPrimitives.Norm<double>(direction), direction);
    }

    static double Cosine(Matrix a, Matrix b, int row)
    {
        var sum = 0.0;
        for (var c = 0; c < a.Columns; c++) sum += a[row, c] * b[row, c];
        return sum;
    }
}
