namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>What a split puts on one side.</summary>
/// <param name="Gradient">The sum of first derivatives.</param>
/// <param name="Hessian">The sum of second derivatives.</param>
/// <param name="Output">The value of the leaf.</param>
readonly record struct SideOfSplit(double Gradient, double Hessian, double Output);
