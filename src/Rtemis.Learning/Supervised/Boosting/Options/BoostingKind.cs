namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>How trees make a model.</summary>
enum BoostingKind
{
    /// <summary>Each corrects those before it.</summary>
    GradientBoosting,

    /// <summary>Their mean.</summary>
    RandomForest,

    /// <summary>Each corrects a part of those before it, the others being left out for a round.</summary>
    DropOut,
}
