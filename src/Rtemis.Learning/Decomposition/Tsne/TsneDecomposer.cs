using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// t-distributed stochastic neighbour embedding as rtemis runs it with Rtsne: a map in which cases that are near each other in the data are so too.
/// Sources: L. van der Maaten and G. Hinton, "Visualizing Data using t-SNE", Journal of Machine Learning Research 9, 2008; L. van der Maaten, "Accelerating
/// t-SNE using Tree-Based Algorithms", Journal of Machine Learning Research 15, 2014. It draws what Rtsne draws, and the first iterations agree with it to
/// rounding; as rounding grows from one to the next, final maps agree in their neighbourhoods.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class TsneDecomposer(TsneParameters parameters) : IDecomposer
{
    /// <inheritdoc/>
    public string Algorithm => "tSNE";

    /// <summary>Makes the map.</summary>
    /// <exception cref="LearningException">An option does not suit the others or the data, cases are equal, a value is infinite, there is not enough memory
    /// for the exact forces, or the steps grow beyond all bounds.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public TsneModel Fit(NumericFrame data, RunContext context)
    {
        TsneChecks.Check(parameters, data, context);
        var (forces, dimensions) = Forces(data, context);
        var map = TsneStart.Of(parameters, data.Rows, context.Random);
        var descent = new TsneDescent(forces, parameters, context);
        var costs = descent.Run(map);
        return new TsneModel
        {
            Scores = map.ToMatrix(),
            Costs = costs,
            IterationCosts = descent.IterationCosts,
            OriginalDimensions = dimensions,
            Parameters = parameters,
        };
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    (ITsneForces Forces, int? Dimensions) Forces(NumericFrame data, RunContext context)
    {
        var points = parameters.IsDistance ? null : TsneInput.Of(data, parameters, context);
        var perplexity = parameters.Perplexity;
        if (parameters.Theta == 0)
        {
            var shares = points is null ? DenseShares.OfDistances(data, perplexity, context) : DenseShares.OfPoints(points, perplexity, context);
            return (new PairForces(shares, context), points?.Columns);
        }
        var neighbours = points is null ? CaseNeighbours.OfDistances(data, perplexity, context) : CaseNeighbours.OfPoints(points, perplexity, context);
        var sparse = SparseShares.Of(neighbours, perplexity, context);
        ITsneForces forces = parameters.K == 3 ? new TreeForces<DeepSpace>(sparse, parameters, context) : new TreeForces<FlatSpace>(sparse, parameters, context);
        return (forces, points?.Columns);
    }
}
