using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>What a t-SNE refuses, with Rtsne's words in its order.</summary>
static class TsneChecks
{
    /// <summary>Checks all that needs no work.</summary>
    /// <exception cref="LearningException">An option does not suit the others or the data.</exception>
    public static void Check(TsneParameters parameters, NumericFrame data, RunContext context)
    {
        if (Problem(parameters, data) is { } problem) throw Refusal(problem, context);
    }

    /// <summary>A refusal through rtemis's wrapper.</summary>
    public static LearningException Refusal(string text, RunContext context, string? suggestion = null) =>
        WrappedFailure.Of("Rtsne::Rtsne", text, context, suggestion);

    static string? Problem(TsneParameters options, NumericFrame data)
    {
        if (options.IsDistance && data.Rows != data.Columns) return "Input is not an accepted distance matrix";
        if (options.K is < 1 or > 3) return "dims should be either 1, 2 or 3";
        if (options.MaxIter < 1) return "number of iterations should be a positive integer";
        if (options.YInit is { } start && (start.Rows != data.Rows || start.Columns != options.K)) return "incorrect format for Y_init";
        if (!(options.Perplexity > 0)) return "perplexity should be a positive number";
        if (options.Theta is not (>= 0 and <= 1)) return "theta should lie in [0, 1]";
        if (options.LyingEnd < 0) return "stop_lying_iter should be a positive integer";
        if (options.MomentumSwitch < 0) return "mom_switch_iter should be a positive integer";
        if (!(options.Momentum >= 0)) return "momentum should be a positive number";
        if (!(options.FinalMomentum >= 0)) return "final momentum should be a positive number";
        if (!(options.Eta > 0)) return "eta should be a positive number";
        if (!(options.ExaggerationFactor > 0)) return "exaggeration_factor should be a positive number";
        if (data.Rows - 1 < 3 * options.Perplexity) return "perplexity is too large for the number of samples";
        if (options.Theta == 0 && SquareMatrix.Problem(data.Rows, "a `theta` above 0 needs far less") is { } problem) return problem;
        var approximates = options is { IsDistance: false, Pca: true, PartialPca: true };
        return approximates && options.InitialDims >= Math.Min(data.Rows, data.Columns) ? "max(nu, nv) must be strictly less than min(nrow(A), ncol(A))" : null;
    }
}
