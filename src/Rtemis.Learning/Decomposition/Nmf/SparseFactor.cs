using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>One of the two factors of an alternating least squares fit: one row an item, one column a component.</summary>
/// <param name="own">What is added to a component's product with itself.</param>
/// <param name="other">What is added to its product with another.</param>
sealed class SparseFactor(double own, double other)
{
    int[] _largest = [];

    /// <summary>The numbers.</summary>
    public required Matrix Values { get; set; }

    /// <summary>The products of the components.</summary>
    public Matrix Products(WorkSplit work) => CrossProduct.Of(Values, work);

    /// <summary>The products of the other factor's components, with this one's penalty.</summary>
    public Matrix Penalized(Matrix products)
    {
        var penalized = new Matrix(products.Rows, products.Columns);
        for (var a = 0; a < products.Columns; a++)
            for (var b = 0; b < products.Rows; b++) penalized[b, a] = products[b, a] + (a == b ? own : other);
        return penalized;
    }

    /// <summary>Whether a component is 0 throughout.</summary>
    public bool HasEmptyComponent => Enumerable.Range(0, Values.Columns).Any(a => !Values.Column(a).ContainsAnyExcept(0.0));

    /// <summary>Notes each item's largest component.</summary>
    /// <returns>Whether all are as they were noted before.</returns>
    public bool KeepsLargest()
    {
        var largest = new int[Values.Rows];
        for (var a = 1; a < Values.Columns; a++)
            for (var i = 0; i < largest.Length; i++)
                if (Values[i, a] > Values[i, largest[i]]) largest[i] = a;
        var keeps = largest.AsSpan().SequenceEqual(_largest);
        _largest = largest;
        return keeps;
    }

    /// <summary>Forgets what was noted.</summary>
    public void Forget() => _largest = [];

    /// <summary>How far the numbers are from an optimum: the sizes of the smaller of number and slope, summed, and how many are not 0.</summary>
    /// <param name="penalized">The products of the other factor's components, with the penalty.</param>
    /// <param name="rights">The products of the data with the other factor.</param>
    /// <param name="context">The run.</param>
    public (double Sum, long Count) Violation(Matrix penalized, Matrix rights, RunContext context)
    {
        var slopes = TallProduct.Of(new MatrixColumns(Values), penalized, context);
        TensorPrimitives.Subtract(slopes.Values, rights.Values, slopes.Values);
        TensorPrimitives.Min(slopes.Values, Values.Values, slopes.Values);
        return (TensorPrimitives.SumOfMagnitudes<double>(slopes.Values), slopes.Values.LongCount(v => v != 0));
    }
}
