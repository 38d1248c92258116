using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Classification and regression trees that split on the variable and value with the largest fall in Gini impurity or squared error.
/// Source: Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984; T. M. Therneau and E. J. Atkinson, "An
/// Introduction to Recursive Partitioning Using the RPART Routines" (the technical report on the R package rpart, whose numbers this
/// learner gives). A feature named <c>weights</c> is taken for the case weights, see <see cref="NamedWeights"/>.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class CartLearner(CartParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "CART";

    /// <inheritdoc/>
    public bool AllowsMissing => true;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <summary>Grows a tree, and prunes it where asked to.</summary>
    /// <exception cref="LearningException">
    /// With three or more classes, a factor has too many levels to try all their groupings; or a feature named <c>weights</c> holds none.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public CartModel Fit(SupervisedData data, RunContext context)
    {
        var sample = CartSample.From(data.WithWeights(NamedWeights.Of(data)));
        var root = new TreeGrower(sample, parameters, context).Grow();
        if (parameters.PruneComplexity is { } complexity) TreePruning.Prune(root, complexity);
        return new CartModel(root, sample.Variables, sample.Criterion, parameters.UseSurrogate);
    }

    ISupervisedModel ISupervisedLearner.Fit(SupervisedData data, RunContext context) => Fit(data, context);
}
