using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>Cases of a logistic regression on the way to its estimate: the linear predictor, and the least squares problem that stands for the likelihood there.</summary>
/// <param name="outcome">1 for the positive class, else 0.</param>
/// <param name="weights">One weight a case.</param>
/// <param name="work">Splits the cases over threads.</param>
sealed class LogisticCases(double[] outcome, double[] weights, WorkSplit work)
{
    const int ChunkRows = 4096;

    readonly double[] _probability = new double[outcome.Length];
    double[] _predictor = new double[outcome.Length];

    /// <summary>Each case's probability of the positive class.</summary>
    public ReadOnlySpan<double> Probability => _probability;

    /// <summary>The case weights.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The response of the least squares problem.</summary>
    public double[] Working { get; } = new double[outcome.Length];

    /// <summary>The square root of each case's weight in it.</summary>
    public double[] RootWeights { get; } = new double[outcome.Length];

    /// <summary>Whether a probability is 0 or 1 but for rounding, as when the classes can be told apart without error.</summary>
    public bool IsSeparating => Array.Exists(_probability, p => p is < 10 * LogitLink.Epsilon or > 1 - 10 * LogitLink.Epsilon);

    /// <summary>Takes the probabilities that R's <c>binomial()</c> starts with.</summary>
    /// <returns>The deviance.</returns>
    public double Start()
    {
        for (var i = 0; i < outcome.Length; i++)
        {
            var probability = (weights[i] * outcome[i] + 0.5) / (weights[i] + 1);
            _probability[i] = probability;
            _predictor[i] = Math.Log(probability / (1 - probability));
        }
        return Deviance();
    }

    /// <summary>Takes a linear predictor.</summary>
    /// <returns>The deviance there.</returns>
    public double MoveTo(double[] predictor)
    {
        _predictor = predictor;
        work.ForChunks(outcome.Length, ChunkRows, (_, start, end) =>
        {
            for (var i = start; i < end; i++) _probability[i] = LogitLink.Inverse(predictor[i]);
        });
        return Deviance();
    }

    /// <summary>Sets up the least squares problem that the likelihood looks like from here.</summary>
    public void Linearize() => work.ForChunks(outcome.Length, ChunkRows, (_, start, end) =>
    {
        for (var i = start; i < end; i++)
        {
            var (predictor, probability) = (_predictor[i], _probability[i]);
            var slope = LogitLink.Slope(predictor);
            Working[i] = predictor + (outcome[i] - probability) / slope;
            RootWeights[i] = Math.Sqrt(weights[i] * (slope * slope) / (probability * (1 - probability)));
        }
    });

    double Deviance()
    {
        var sums = new double[WorkSplit.Chunks(outcome.Length, ChunkRows)];
        work.ForChunks(outcome.Length, ChunkRows, (chunk, start, end) =>
        {
            var sum = 0.0;
            for (var i = start; i < end; i++)
                sum += 2 * weights[i] * -Math.Log(outcome[i] == 1 ? _probability[i] : 1 - _probability[i]);
            sums[chunk] = sum;
        });
        return sums.Sum();
    }
}
