using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A tree with what it was grown from.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Sample">What it was grown on.</param>
/// <param name="Gains">For each feature what its splits gained.</param>
/// <param name="Random">The tree's random numbers, from where growing left them.</param>
sealed record GrownTree(ForestTree Tree, BagSample Sample, double[] Gains, MersenneTwister64 Random);
