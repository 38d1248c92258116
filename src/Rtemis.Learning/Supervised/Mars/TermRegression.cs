using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// The regression of the responses on terms, reduced to what pruning needs: the triangular factor, the responses turned the same way, and what no term explains.
/// </summary>
/// <param name="Factor">The triangular factor, a column a term.</param>
/// <param name="Responses">A column of as many numbers a response.</param>
/// <param name="Rest">The residual sum of squares of all terms.</param>
sealed record TermRegression(Matrix Factor, Matrix Responses, double Rest)
{
    // That of R's lm and of earth.
    const double Tolerance = 1e-8;

    /// <summary>Which of the terms are no combination, to rounding, of those before them.</summary>
    public static List<BasisSlot> Independent(List<BasisSlot> terms, MarsSample sample, RunContext context)
    {
        var whole = Of(terms, sample, context);
        var system = new Matrix(terms.Count, terms.Count + 1);
        whole.Factor.Values.CopyTo(system.Values, 0);
        var coefficients = LinearSolution.Of(system, sample.Rows, Tolerance).Coefficients;
        return [.. terms.Where((_, i) => !double.IsNaN(coefficients[i]))];
    }

    /// <summary>Reduces terms and responses, both with the cases' weights.</summary>
    public static TermRegression Of(List<BasisSlot> terms, MarsSample sample, RunContext context)
    {
        double[][] columns = [.. terms.Select(t => t.Values), .. sample.Responses.Select(sample.Weighted)];
        var reduced = TallFactor.Of(new Columns(columns), columns.Length, context);
        var (factor, responses) = (new Matrix(terms.Count, terms.Count), new Matrix(terms.Count, sample.Responses.Length));
        var rest = 0.0;
        for (var c = 0; c < columns.Length; c++)
        {
            var target = c < terms.Count ? factor.Column(c) : responses.Column(c - terms.Count);
            reduced.Column(c)[..terms.Count].CopyTo(target);
            foreach (var value in reduced.Column(c)[terms.Count..])
                rest += value * value;
        }
        return new TermRegression(factor, responses, rest);
    }

    /// <summary>The coefficients of terms that come closest to the only response; NaN where a term adds nothing to those before it.</summary>
    /// <param name="terms">The terms' values, a column each.</param>
    /// <param name="sample">The cases.</param>
    /// <param name="context">The run.</param>
    public static double[] Coefficients(Matrix terms, MarsSample sample, RunContext context)
    {
        // Written out: a null array would become memory of length 0.
        ReadOnlyMemory<double>? roots = null;
        if (sample.RootWeights is { } weights) roots = weights;
        return LeastSquares.Solve(new MatrixColumns(terms), sample.Responses[0], roots, context).Coefficients;
    }

    sealed class Columns(double[][] columns) : ITallMatrix
    {
        public int Rows => columns[0].Length;

        int ITallMatrix.Columns => columns.Length;

        public void Read(int column, int start, Span<double> target) => columns[column].AsSpan(start, target.Length).CopyTo(target);
    }
}
