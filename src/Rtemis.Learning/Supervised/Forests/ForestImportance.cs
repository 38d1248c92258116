namespace Rtemis.Learning.Supervised.Forests;

/// <summary>How the importance of features is measured.</summary>
enum ForestImportance
{
    /// <summary>By what their splits gain.</summary>
    Impurity,

    /// <summary>By what their splits gain, less what they gain when their rows are in another order.</summary>
    CorrectedImpurity,

    /// <summary>By how much worse trees predict when the feature's values are shuffled.</summary>
    Permutation,

    /// <summary>The same, relative to its standard error.</summary>
    ScaledPermutation,
}
