using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// Looks at the cases as long as that costs less than the products of all pairs of columns would have, and forms those then: near its solution a
/// problem takes a pass or two, but one with columns that are much alike takes hundreds.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="chosen">Those that passes look at, ascending.</param>
/// <param name="weights">One weight a case.</param>
/// <param name="start">The problem, looking at the cases.</param>
/// <param name="total">The sum of the weights, or 0 without an intercept.</param>
/// <param name="context">The run.</param>
sealed class SwitchingQuadratic(double[][] columns, int[] chosen, double[] weights, ReweightedQuadratic start, double total, RunContext context) : Quadratic
{
    // More pairs than these are not stored.
    const int MostProducts = 256;

    // A pass costs about as much as the products of each column with so many others, and copying them as much as two passes.
    const int ColumnsPerPass = 10;
    const int LeastPasses = 2;

    readonly int _mostPasses = chosen.Length is > 0 and <= MostProducts ? LeastPasses + chosen.Length / ColumnsPerPass : int.MaxValue;
    Quadratic _now = start;
    int _passes;

    /// <inheritdoc/>
    public override void BeginPass()
    {
        if (_passes++ == _mostPasses)
            _now = new GramQuadratic(new ColumnProducts(columns, chosen, weights, start.Residuals(), context), null, total);
    }

    /// <inheritdoc/>
    public override double Curvature(int column) => _now.Curvature(column);

    /// <inheritdoc/>
    public override double Slope(int column) => _now.Slope(column);

    /// <inheritdoc/>
    public override void Move(int column, double step) => _now.Move(column, step);

    /// <inheritdoc/>
    public override (double Step, double Curvature) MoveIntercept() => _now.MoveIntercept();
}
