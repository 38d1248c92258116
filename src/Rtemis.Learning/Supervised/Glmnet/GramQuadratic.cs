using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Keeps the slopes and the products of all pairs of columns, so that a step costs no look at the cases: for few columns.</summary>
/// <param name="products">The products.</param>
/// <param name="curvatures">The columns' curvatures, by their numbers; null for the products' own.</param>
/// <param name="total">The sum of the weights, or 0 without an intercept.</param>
sealed class GramQuadratic(ColumnProducts products, double[]? curvatures, double total) : Quadratic
{
    readonly double[] _slopes = products.Slopes;
    double _interceptSlope = products.ResidualSum;

    /// <inheritdoc/>
    public override double Curvature(int column) => curvatures?[column] ?? products.Row(column)[products.Place(column)];

    /// <inheritdoc/>
    public override double Slope(int column) => _slopes[products.Place(column)];

    /// <inheritdoc/>
    public override void Move(int column, double step)
    {
        _interceptSlope -= step * products.Sums[products.Place(column)];
        TensorPrimitives.MultiplyAdd(products.Row(column), -step, _slopes, _slopes);
    }

    /// <inheritdoc/>
    public override (double Step, double Curvature) MoveIntercept()
    {
        if (total == 0) return (0, 0);
        var step = _interceptSlope / total;
        _interceptSlope = 0;
        if (step != 0) TensorPrimitives.MultiplyAdd(products.Sums, -step, _slopes, _slopes);
        return (step, total);
    }
}
