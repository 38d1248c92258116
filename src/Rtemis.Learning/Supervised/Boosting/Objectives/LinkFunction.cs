using MemoryPack;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>Makes predictions of a model's sums.</summary>
/// <param name="Kind">How.</param>
/// <param name="Slope">What sums are multiplied by inside of the logistic function.</param>
[MemoryPackable]
readonly partial record struct LinkFunction(OutputLink Kind, double Slope = 1)
{
    /// <summary>Replaces the sums of a case, one an output, by its predictions.</summary>
    public void Apply(Span<double> sums)
    {
        if (Kind == OutputLink.Softmax) Normalize(sums);
        else for (var k = 0; k < sums.Length; k++) sums[k] = Of(sums[k]);
    }

    /// <summary>The prediction that a sum alone gives.</summary>
    public double Of(double sum) => Kind switch
    {
        OutputLink.SignedSquare => Math.CopySign(sum * sum, sum),
        OutputLink.Exponential => Math.Exp(sum),
        OutputLink.Logistic => 1 / (1 + Math.Exp(-Slope * sum)),
        _ => sum,
    };

    static void Normalize(Span<double> sums)
    {
        var (largest, total) = (double.NegativeInfinity, 0.0);
        foreach (var sum in sums) largest = Math.Max(largest, sum);
        for (var k = 0; k < sums.Length; k++) total += sums[k] = Math.Exp(sums[k] - largest);
        for (var k = 0; k < sums.Length; k++) sums[k] /= total;
    }
}
