using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>Turns hyperparameters and cases into a forest's plan.</summary>
/// <param name="parameters">The hyperparameters; they have been checked.</param>
/// <param name="data">The cases.</param>
/// <param name="context">The run.</param>
sealed class RangerPlan(RangerParameters parameters, SupervisedData data, RunContext context)
{
    const int NumberLeaf = 5;
    const int ClassLeaf = 10;

    bool IsClassification => data.Task == TaskType.Classification;

    bool IsCorrected => parameters.Importance == "impurity_corrected";

    /// <summary>The features as the forest knows them.</summary>
    public ForestVariable[] Variables()
    {
        var order = new LevelOrder(data, context);
        return [.. data.Features.Select(feature => new ForestVariable(feature.Name, feature switch
        {
            FactorColumn factor when parameters.UsedFactors == RangerParameters.Order => order.Of(factor),
            FactorColumn factor => [.. factor.Levels],
            _ => null,
        }))];
    }

    /// <summary>The plan.</summary>
    /// <exception cref="LearningException">Samples or features can't be drawn as the options say.</exception>
    public ForestPlan Make(ForestVariable[] variables)
    {
        var samples = RangerSamples.Of(parameters, data, context.Cancellation);
        var candidates = new RangerCandidates(parameters, [.. variables.Select(v => v.Name)], IsCorrected);
        var draws = candidates.Factory(context.Cancellation);
        var seed = Seed();
        var features = Features(variables, seed);
        var penalty = new SplitPenalty(parameters.Regularization, parameters.RegularizesByDepth, variables.Length);
        return new ForestPlan
        {
            Features = features,
            Outcome = IsClassification
                ? new ShareOutcome(data.ClassCodes.ToArray(), data.Classes.Count, parameters.SplitRule == "hellinger")
                : new NumberOutcome(data.Numbers.ToArray()),
            Options = new ForestOptions(parameters.Trees, candidates.Count, parameters.LeafSize ?? (IsClassification ? ClassLeaf : NumberLeaf), seed)
            {
                MostDepth = parameters.MostDepth,
            },
            Samples = samples,
            NewCandidates = draws,
            NewSearch = response => Search(features, response, penalty),
            Penalty = penalty,
            Importance = Importance(),
            KeepsLocalImportance = parameters is { Importance: RangerParameters.Permutation, KeepsLocalImportance: true },
            IsJudged = parameters.IsJudged,
            KeepsSamples = parameters.KeepsSamples,
        };
    }

    uint Seed()
    {
        var seed = parameters.Seed == 0 ? (int)(int.MaxValue * context.Random.NextUniform()) : parameters.Seed;
        // All trees would be the same.
        return seed == 0 ? 1 : unchecked((uint)seed);
    }

    ForestFeature[] Features(ForestVariable[] variables, uint seed)
    {
        var unordered = parameters.UsedFactors == RangerParameters.Partition;
        var features = new ForestFeature[variables.Length];
        context.Work.For(features.Length, f =>
            features[f] = new ForestFeature(variables[f].Encode(data.Features[f]).ToArray(), unordered && variables[f].Levels is not null));
        if (IsCorrected) features = [.. features, .. Copies(features, seed)];
        RankTable.Attach(features, context);
        return features;
    }

    ForestFeature[] Copies(ForestFeature[] features, uint seed)
    {
        int[] order = [.. Enumerable.Range(0, data.Rows)];
        new MersenneTwister64(seed).Shuffle(order);
        var copies = new ForestFeature[features.Length];
        context.Work.For(copies.Length, f => copies[f] = features[f].Reorder(order));
        return copies;
    }

    SplitSearch Search(IReadOnlyList<ForestFeature> features, NodeResponse response, SplitPenalty penalty) => parameters.SplitRule switch
    {
        "extratrees" => new RandomCutSearch(features, response, penalty, parameters.RandomCuts, context.Cancellation),
        "maxstat" => new RankStatisticSearch(features, (NumberNode)response, parameters.Alpha, parameters.LeastShare, context.Cancellation),
        "beta" => new BetaSearch(features, (NumberNode)response, penalty, context.Cancellation),
        _ => new ExhaustiveSearch(features, response, penalty, context.Cancellation),
    };

    ForestImportance Importance() => parameters switch
    {
        { Importance: RangerParameters.Impurity } => ForestImportance.Impurity,
        { Importance: RangerParameters.Permutation, ScalesImportance: true, KeepsLocalImportance: false } => ForestImportance.ScaledPermutation,
        { Importance: RangerParameters.Permutation } => ForestImportance.Permutation,
        _ => ForestImportance.CorrectedImpurity,
    };
}
