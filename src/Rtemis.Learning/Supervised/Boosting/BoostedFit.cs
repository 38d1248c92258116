using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>What boosting learned.</summary>
/// <param name="Ensemble">The trees, up to the best round.</param>
/// <param name="Objective">LightGBM's name of what was minimized.</param>
/// <param name="BestRound">The best round, counted from 1; null where rounds were not judged.</param>
/// <param name="Grown">All trees, those after the best round among them.</param>
sealed record BoostedFit(BoostedEnsemble Ensemble, string Objective, int? BestRound, IReadOnlyList<BoostedTree> Grown);
