namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>What a search needs to know of a leaf.</summary>
/// <param name="Gradient">The sum of first derivatives.</param>
/// <param name="Hessian">The sum of second derivatives, with what keeps divisions from zero.</param>
/// <param name="Count">The number of cases.</param>
/// <param name="Output">The value that smoothing draws the children's to.</param>
/// <param name="Low">The least value that a child may have.</param>
/// <param name="High">The largest value that a child may have.</param>
readonly record struct LeafSums(double Gradient, double Hessian, int Count, double Output, double Low, double High)
{
    /// <summary>What is added to sums of second derivatives.</summary>
    public const double Epsilon = 1e-15f;

    /// <summary>The number of cases for each unit of second derivatives: bins hold no counts, they are estimated by it.</summary>
    public double CountFactor => Count / Hessian;
}
