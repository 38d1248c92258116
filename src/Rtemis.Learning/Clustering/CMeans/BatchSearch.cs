using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>Memberships of all cases and centers in turn, until the objective stays.</summary>
static class BatchSearch
{
    /// <param name="data">The cases.</param>
    /// <param name="weights">Their weights, which sum to 1.</param>
    /// <param name="starts">The cases at which the centers begin.</param>
    /// <param name="parameters">The options.</param>
    /// <param name="context">The run.</param>
    public static FuzzySolution Run(NumericFrame data, double[] weights, int[] starts, CMeansParameters parameters, RunContext context)
    {
        var centers = data.Select(starts);
        IFuzzyCenters rule = parameters.Distance == CentroidDistance.Euclidean
            ? new FuzzyMeans(data, starts.Length)
            : new FuzzyMedians(new SortedColumns(data, context), data.Rows, starts.Length);
        var pass = new MembershipPass(data, weights, parameters, rule);
        var course = new List<double> { pass.Run(centers, context.Work) };
        var converged = false;
        while (!converged && course.Count <= parameters.MaxIterations)
        {
            rule.Move(centers, context);
            course.Add(pass.Run(centers, context.Work));
            converged = ConvergenceRule.IsMet(course, parameters.RelativeTolerance);
        }
        return new FuzzySolution(centers, pass.Membership, course, converged);
    }
}
