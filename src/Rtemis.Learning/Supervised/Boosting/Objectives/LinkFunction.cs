using MemoryPack;
using Rtemis.Learning.Numerics;

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
        if (Kind == OutputLink.Softmax) Softmax.Apply(sums);
        else for (var k = 0; k < sums.Length; k++) sums[k] = Of(sums[k]);
    }

    /// <summary>The logarithm of one and the exponential of a number, exact also where that is small.</summary>
    public static double Softplus(double number)
    {
        var growth = Math.Exp(number);
        var more = 1 + growth;
        return more == 1 ? growth : double.IsInfinity(more) ? number : Math.Log(more) * growth / (more - 1);
    }

    /// <summary>The prediction that a sum alone gives.</summary>
    public double Of(double sum) => Kind switch
    {
        OutputLink.SignedSquare => Math.CopySign(sum * sum, sum),
        OutputLink.Exponential => Math.Exp(sum),
        OutputLink.Softplus => Softplus(sum),
        OutputLink.Logistic => 1 / (1 + Math.Exp(-Slope * sum)),
        _ => sum,
    };
}
