namespace Rtemis.Learning.Numerics;

/// <summary>Probabilities of classes from their scores.</summary>
static class Softmax
{
    /// <summary>Replaces scores by their exponentials, made to add up to one. Only differences count, so the largest is taken off before anything can overflow.</summary>
    public static void Apply(Span<double> scores)
    {
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        foreach (var score in scores) largest = Math.Max(largest, score);
        for (var k = 0; k < scores.Length; k++) sum += scores[k] = Math.Exp(scores[k] - largest);
        for (var k = 0; k < scores.Length; k++) scores[k] /= sum;
    }
}
