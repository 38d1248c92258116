namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>How a model's sums become predictions.</summary>
enum OutputLink : byte
{
    /// <summary>As they are.</summary>
    Identity,

    /// <summary>The square, with the sum's sign.</summary>
    SignedSquare,

    /// <summary>The exponential.</summary>
    Exponential,

    /// <summary>The logistic function of each.</summary>
    Logistic,

    /// <summary>Exponentials, made to add up to one.</summary>
    Softmax,
}
