using System.Numerics.Tensors;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>
/// Fuzzy c-means: each case belongs to each cluster, the more the nearer its center. Sources: J. Bezdek, Pattern Recognition with Fuzzy
/// Objective Function Algorithms, 1981; F. Chung, T. Lee, Fuzzy Sets and Systems 66, 1994, for competitive learning; e1071's <c>cmeans</c>, which
/// the draws and the numbers follow. Cases are distinct when any number differs, not when it differs in fifteen digits.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class CMeansClusterer(CMeansParameters parameters) : IClusterer
{
    /// <inheritdoc/>
    public string Algorithm => "CMeans";

    /// <inheritdoc/>
    public int? K => parameters.K;

    /// <inheritdoc/>
    public ClusterAssignment Fit(NumericFrame data, RunContext context)
    {
        var starts = DrawStarts(data, context);
        var weights = Weights(data.Rows);
        FiniteInput.Demand(data, argument: 1);
        if (parameters.K == 1) throw Refusal("dim(X) must have a positive length");
        var order = context.Random.SampleWithoutReplacement(data.Rows, data.Rows);
        var solution = parameters.Method == CMeansMethod.CMeans
            ? BatchSearch.Run(data, weights, starts, parameters, context)
            : OnlineSearch.Run(data, weights, starts, order, parameters, context);
        return new FuzzyAssignment(
            Labels(solution.Membership, context), solution.Centers, solution.Membership, solution.Iterations, solution.Course[^1]);
    }

    int[] DrawStarts(NumericFrame data, RunContext context)
    {
        if (parameters.K > data.Rows) throw Refusal("cannot take a sample larger than the population when 'replace = FALSE'");
        var starts = context.Random.SampleWithoutReplacement(data.Rows, parameters.K);
        if (!AnyEqual(data, starts, context.Cancellation)) return starts;
        var distinct = DistinctRows.Of(data, context);
        if (distinct.Count < parameters.K) throw Refusal("More cluster centers than distinct data points.");
        return [.. context.Random.SampleWithoutReplacement(distinct.Count, parameters.K).Select(i => distinct.Firsts[i])];
    }

    static bool AnyEqual(NumericFrame data, int[] rows, CancellationToken cancellation)
    {
        for (var a = 1; a < rows.Length; a++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var b = 0; b < a; b++)
                if (Enumerable.Range(0, data.Columns).All(j => data.Column(j)[rows[a]] == data.Column(j)[rows[b]])) return true;
        }
        return false;
    }

    // A weight of each case; all of them sum to one.
    double[] Weights(int cases)
    {
        if (parameters.RelativeTolerance <= 0) throw Refusal("Control parameter 'reltol' must be positive.");
        if (parameters.Weights.Any(w => w < 0)) throw Refusal("Argument 'weights' has negative elements.");
        if (!parameters.Weights.Any(w => w > 0)) throw Refusal("Argument 'weights' has no positive elements.");
        var weights = new double[cases];
        for (var i = 0; i < cases; i++) weights[i] = parameters.Weights[i % parameters.Weights.Count];
        TensorPrimitives.Divide(weights, TensorPrimitives.Sum<double>(weights), weights);
        return weights;
    }

    static int[] Labels(Matrix membership, RunContext context)
    {
        var labels = new int[membership.Rows];
        context.Work.ForChunks(labels.Length, 4096, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var most = 0;
                for (var c = 1; c < membership.Columns; c++)
                    if (membership[i, c] > membership[i, most]) most = c;
                labels[i] = most + 1;
            }
        });
        return labels;
    }

    static LearningException Refusal(string message) => new("simpleError", message);
}
