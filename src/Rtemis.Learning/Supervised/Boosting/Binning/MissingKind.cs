namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>What counts as missing in a feature.</summary>
enum MissingKind : byte
{
    /// <summary>Nothing: a missing value is taken for 0.</summary>
    None,

    /// <summary>Zeros, and missing values with them.</summary>
    Zero,

    /// <summary>Missing values.</summary>
    NaN,
}
