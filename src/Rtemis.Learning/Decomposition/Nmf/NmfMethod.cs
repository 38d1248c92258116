namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>The ways to factor that the R package NMF has and that need nothing but the data and a rank.</summary>
enum NmfMethod
{
    /// <summary>Divergence, until the cases' components stay the same.</summary>
    Brunet,

    /// <summary>Divergence, until it stays the same.</summary>
    Divergence,

    /// <summary>Squared distance, until the cases' components stay the same.</summary>
    Lee,

    /// <summary>Squared distance, until it stays the same.</summary>
    Frobenius,

    /// <summary>Divergence with a smoothing matrix between the factors, which makes both sparse.</summary>
    NonSmooth,

    /// <summary>Squared distance with an offset for each column.</summary>
    Offset,

    /// <summary>Alternating least squares with sparse coefficients.</summary>
    SparseRight,

    /// <summary>Alternating least squares with a sparse basis.</summary>
    SparseLeft,
}
