using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// Finds λ by how well models of nine tenths of the cases predict the others, with the draws and figures of glmnet's <c>cv.glmnet</c>.
/// </summary>
/// <param name="Path">The fit to all cases.</param>
/// <param name="Minimum">The λ with the least loss.</param>
/// <param name="OneError">The largest λ whose loss is within one standard error of that.</param>
sealed record CrossValidation(PenaltyPath Path, double Minimum, double OneError)
{
    const int Folds = 10;

    // With fewer cases a fold, each case's loss stands for itself.
    const int LeastFold = 3;

    /// <summary>Draws folds from the run's random numbers, and fits and judges a path for each; all of them at a time.</summary>
    /// <exception cref="LearningException">The data don't allow it.</exception>
    public static CrossValidation Run(ElasticNet net, ElasticNetData data, RunContext context)
    {
        var folds = Draw(data.Rows, context);
        var paths = Fit(net, data, folds, context);
        var (loss, weights) = Losses(data, folds, paths, context);
        return Choose(paths[0], loss, weights);
    }

    // The path of all cases, then one a fold. Of several failures the first one is told, whatever the order in which threads come to them.
    static PenaltyPath[] Fit(ElasticNet net, ElasticNetData data, int[] folds, RunContext context)
    {
        var paths = new PenaltyPath[Folds + 1];
        var failures = new LearningException?[Folds + 1];
        context.Work.For(Folds + 1, i =>
        {
            try
            {
                var part = i == 0 ? data : data.Select([.. Enumerable.Range(0, data.Rows).Where(row => folds[row] != i - 1)], context.Cancellation);
                paths[i] = net.FitPath(part, context);
            }
            catch (LearningException failure)
            {
                failures[i] = failure;
            }
        });
        return failures.FirstOrDefault(f => f is not null) is { } first ? throw first : paths;
    }

    static int[] Draw(int rows, RunContext context) =>
        Array.ConvertAll(context.Random.SampleWithoutReplacement(rows, rows), position => position % Folds);

    // Losses by λ and unit, which is a fold or a case.
    static (double[][] Loss, double[] Weights) Losses(ElasticNetData data, int[] folds, PenaltyPath[] paths, RunContext context)
    {
        var grouped = data.Rows >= Folds * LeastFold;
        if (!grouped) context.Say("Option grouped=FALSE enforced in cv.glmnet, since < 3 observations per fold", level: TextLevel.Warn);
        var lambdas = paths[0].Lambdas;
        var units = grouped ? Folds : data.Rows;
        var loss = Array.ConvertAll(lambdas, _ => new double[units]);
        var weights = new double[units];
        context.Work.For(Folds, fold =>
        {
            int[] held = [.. Enumerable.Range(0, data.Rows).Where(row => folds[row] == fold)];
            var judge = new HeldOutLoss(data.Select(held, context.Cancellation), context.Cancellation);
            for (var i = 0; i < held.Length; i++) weights[grouped ? fold : held[i]] += data.Weights[held[i]];
            for (var l = 0; l < lambdas.Length; l++)
            {
                var own = judge.Of(paths[fold + 1].At(lambdas[l]));
                if (grouped) loss[l][fold] = Mean(own, judge.Weights);
                else
                    for (var i = 0; i < held.Length; i++) loss[l][held[i]] = own[i];
            }
        });
        return (loss, weights);
    }

    static CrossValidation Choose(PenaltyPath path, double[][] loss, double[] weights)
    {
        var means = Array.ConvertAll(loss, l => Mean(l, weights));
        var least = means.Min();
        // λ falls, so the first is the largest.
        var best = Array.IndexOf(means, least);
        var squares = Array.ConvertAll(loss[best], l => (l - least) * (l - least));
        var bound = least + Math.Sqrt(Mean(squares, weights) / (weights.Length - 1));
        return new CrossValidation(path, path.Lambdas[best], path.Lambdas[Array.FindIndex(means, m => m <= bound)]);
    }

    static double Mean(double[] values, double[] weights)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }
}
