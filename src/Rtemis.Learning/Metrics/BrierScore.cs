namespace Rtemis.Learning.Metrics;

/// <summary>The mean squared distance of a probability from what happened.</summary>
static class BrierScore
{
    /// <exception cref="LearningException">A probability is outside 0 to 1.</exception>
    public static double Compute(ReadOnlySpan<double> probability, ReadOnlySpan<int> codes, int positive)
    {
        var sum = new CompensatedSum();
        for (var i = 0; i < codes.Length; i++)
        {
            if (probability[i] is < 0 or > 1)
            {
                var bound = probability[i] < 0 ? ">= 0" : "<= 1";
                throw new LearningException("simpleError", $"Assertion on 'prob' failed: Element {i + 1} is not {bound}.");
            }
            var distance = (codes[i] == positive ? 1 : 0) - probability[i];
            sum.Add(distance * distance);
        }
        return sum.Value / codes.Length;
    }
}
