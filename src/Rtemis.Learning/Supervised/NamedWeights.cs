using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised;

/// <summary>
/// The case weights of learners to which rtemis passes the name <c>weights</c>: R looks it up among the features first, so a feature of that name is
/// taken for the weights, whatever weights are given, and stays a feature.
/// </summary>
static class NamedWeights
{
    const string Name = "weights";

    /// <summary>The weights of the feature, or the given ones; null where there are neither.</summary>
    /// <exception cref="LearningException">The feature holds no weights.</exception>
    public static ReadOnlyMemory<double>? Of(SupervisedData data)
    {
        var feature = data.Features.FirstOrDefault(f => f.Name == Name);
        if (feature is null) return data.Weights;
        if (feature is FactorColumn) throw new LearningException("simpleError", $"'{Name}' must be a numeric vector");
        var weights = NumericColumn.Numbers(feature);
        foreach (var weight in weights.Span)
        {
            if (weight < 0) throw new LearningException("simpleError", "negative weights not allowed");
            if (double.IsNaN(weight)) throw new LearningException("simpleError", $"Feature '{Name}' is taken for the case weights and must not miss values.");
        }
        return weights;
    }
}
