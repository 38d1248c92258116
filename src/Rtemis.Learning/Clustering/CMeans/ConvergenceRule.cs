namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>When a search has come to its end.</summary>
static class ConvergenceRule
{
    /// <summary>Whether the last pass changed the objective by next to nothing.</summary>
    public static bool IsMet(List<double> course, double tolerance) =>
        Math.Abs(course[^2] - course[^1]) < tolerance * (course[^1] + tolerance);
}
