using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Nnls;

/// <summary>
/// The active set method for least squares with coefficients of at least 0: the coefficient whose growth would help most is freed, and one that turns
/// negative is held at 0 again. The rows are first reduced to a triangular factor, so a step costs no look at the cases. Source: C. L. Lawson and R.
/// J. Hanson, "Solving Least Squares Problems", 1974, chapter 23.
/// </summary>
static class NonNegativeLeastSquares
{
    const int StepsPerColumn = 3;
    const double Epsilon = 2.220446049250313e-16;

    /// <summary>One coefficient a column, 0 or more.</summary>
    /// <exception cref="LearningException">A number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static double[] Solve(ITallMatrix design, ReadOnlyMemory<double> response, double[]? rootWeights, RunContext context)
    {
        var factor = LeastSquares.Reduce(design, response, rootWeights is null ? default(ReadOnlyMemory<double>?) : rootWeights, context);
        var target = factor.Column(design.Columns).ToArray();
        var coefficients = new double[design.Columns];
        var free = new List<int>();
        var held = new HashSet<int>(Enumerable.Range(0, design.Columns));
        var tolerance = RoundingOfSlopes(factor, target, design.Columns);
        for (var step = 0; step < StepsPerColumn * design.Columns && held.Count > 0; step++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var slopes = Slopes(factor, target, coefficients);
            var best = held.MaxBy(c => slopes[c]);
            if (slopes[best] <= tolerance) break;
            held.Remove(best);
            free.Add(best);
            Settle(factor, target, coefficients, free, held, context);
        }
        return coefficients;
    }

    // Moves to the least squares solution of the free columns, holding those that would turn negative on the way.
    static void Settle(Matrix factor, double[] target, double[] coefficients, List<int> free, HashSet<int> held, RunContext context)
    {
        while (free.Count > 0)
        {
            var solution = LeastSquares.Solve(new Picked(factor, free), target, null, context).Coefficients;
            for (var i = 0; i < solution.Length; i++)
                if (double.IsNaN(solution[i])) solution[i] = 0;
            // How far one can go before each coefficient is 0.
            var shares = free.Select((c, i) => solution[i] > 0 ? 1 : Share(coefficients[c], solution[i])).ToArray();
            var share = shares.Min();
            for (var i = 0; i < free.Count; i++) coefficients[free[i]] += share * (solution[i] - coefficients[free[i]]);
            var stopped = free.Where((_, i) => solution[i] <= 0 && shares[i] == share).ToList();
            if (stopped.Count == 0) return;
            foreach (var column in stopped)
            {
                coefficients[column] = 0;
                free.Remove(column);
                held.Add(column);
            }
        }
    }

    static double Share(double from, double to) => from > to ? from / (from - to) : 0;

    // How fast the sum of squares falls as a coefficient grows.
    static double[] Slopes(Matrix factor, double[] target, double[] coefficients)
    {
        var rest = (double[])target.Clone();
        for (var c = 0; c < coefficients.Length; c++) TensorPrimitives.MultiplyAdd(factor.Column(c), -coefficients[c], rest, rest);
        return [.. Enumerable.Range(0, coefficients.Length).Select(c => TensorPrimitives.Dot(factor.Column(c), rest))];
    }

    // What a slope can be by rounding alone.
    static double RoundingOfSlopes(Matrix factor, double[] target, int columns) =>
        10 * Epsilon * TensorPrimitives.Norm<double>(target) * Enumerable.Range(0, columns).Max(c => TensorPrimitives.Norm<double>(factor.Column(c)));

    sealed class Picked(Matrix factor, IReadOnlyList<int> columns) : ITallMatrix
    {
        public int Rows => factor.Rows;

        public int Columns => columns.Count;

        public void Read(int column, int start, Span<double> target) => factor.Column(columns[column]).Slice(start, target.Length).CopyTo(target);
    }
}
