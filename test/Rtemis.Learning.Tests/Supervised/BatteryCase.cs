using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Supervised.Isotonic;
using Rtemis.Learning.Supervised.Knn;
using Rtemis.Learning.Supervised.Nnls;

namespace Rtemis.Learning.Tests.Supervised;

/// <summary>A learner and what it takes.</summary>
/// <param name="Make">Makes it.</param>
public sealed record BatteryCase(Func<ISupervisedLearner> Make)
{
    /// <summary>Every learner of the library, by name.</summary>
    public static IReadOnlyDictionary<string, BatteryCase> All { get; } = new Dictionary<string, BatteryCase>
    {
        ["CART"] = new(() => new CartLearner(new CartParameters())),
        ["GLM"] = new(() => new GlmLearner(new GlmParameters())),
        ["Isotonic"] = new(() => new IsotonicLearner(new IsotonicParameters())) { OneFeature = true, Factors = false, Weights = false },
        ["KNN"] = new(() => new KnnLearner(new KnnParameters { K = 5 })) { Weights = false },
        ["NNLS"] = new(() => new NnlsLearner(new NnlsParameters())) { Factors = false },
    };

    /// <summary>Whether it takes a single feature only.</summary>
    public bool OneFeature { get; init; }

    /// <summary>Whether it takes factors.</summary>
    public bool Factors { get; init; } = true;

    /// <summary>Whether it takes case weights.</summary>
    public bool Weights { get; init; } = true;
}
