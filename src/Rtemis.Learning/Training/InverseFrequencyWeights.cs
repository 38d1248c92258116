using Rtemis.Learning.Data;

namespace Rtemis.Learning.Training;

/// <summary>Weights that make every class count the same: the biggest class has 1, a class of half its cases 2.</summary>
static class InverseFrequencyWeights
{
    /// <summary>One weight a case of a classification.</summary>
    public static double[] Of(SupervisedData data)
    {
        var codes = data.ClassCodes.Span;
        var counts = new int[data.Classes.Count];
        foreach (var code in codes) counts[code]++;
        double most = counts.Max();
        var weights = new double[codes.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = most / counts[codes[i]];
        return weights;
    }
}
