using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>A logistic regression on the chosen terms for each response.</summary>
static class TermLogit
{
    /// <summary>The terms' coefficients for each response; NaN where a term adds nothing to those before it.</summary>
    /// <param name="terms">The terms' values, a column each, the intercept first.</param>
    /// <param name="responses">1 where a case is of the class, else 0.</param>
    /// <param name="weights">The cases' weights, or null.</param>
    /// <param name="context">The run.</param>
    public static double[][] Fit(Matrix terms, double[][] responses, ReadOnlyMemory<double>? weights, RunContext context)
    {
        Column[] columns = [.. Enumerable.Range(1, terms.Columns - 1).Select(t => new DoubleColumn($"term{t}", terms.ColumnMemory(t)))];
        var design = new DesignMatrix([.. columns.Select(DesignTerm.Learn)], columns, terms.Rows);
        var each = weights?.ToArray() ?? Enumerable.Repeat(1.0, terms.Rows).ToArray();
        return Array.ConvertAll(responses, response =>
        {
            var fit = new LogisticFit(design, response, each, context);
            var solution = fit.Run();
            if (!fit.Converged) context.Say("glm.fit: algorithm did not converge", level: TextLevel.Warn);
            if (fit.IsSeparating) context.Say("glm.fit: fitted probabilities numerically 0 or 1 occurred", level: TextLevel.Warn);
            return solution.Coefficients;
        });
    }
}
