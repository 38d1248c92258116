using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>The quadratic that the likelihood of a class looks like from given probabilities.</summary>
/// <param name="least">A lower probability is 0.</param>
/// <param name="most">A higher probability is 1.</param>
sealed class ClassQuadratic(double least, double most)
{
    /// <summary>Bounds probabilities and gives the weight and the weighted residual of each case.</summary>
    /// <param name="probabilities">The class's probabilities; they change.</param>
    /// <param name="outcome">0-based class codes.</param>
    /// <param name="number">The class's code.</param>
    /// <param name="shares">The cases' weights.</param>
    /// <param name="weights">Takes the quadratic's weights.</param>
    /// <param name="residuals">Takes its residuals, times the cases' weights.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Form(
        Span<double> probabilities, ReadOnlySpan<double> outcome, double number, ReadOnlySpan<double> shares, Span<double> weights, Span<double> residuals)
    {
        var (lowest, highest, codes) = (new Vector<double>(least), new Vector<double>(most), new Vector<double>(number));
        var i = 0;
        for (; i <= probabilities.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (given, share) = (new Vector<double>(probabilities[i..]), new Vector<double>(shares[i..]));
            var bounded = Vector.ConditionalSelect(Vector.LessThan(given, lowest), Vector<double>.Zero, given);
            bounded = Vector.ConditionalSelect(Vector.GreaterThan(given, highest), Vector<double>.One, bounded);
            var isOf = Vector.ConditionalSelect(Vector.Equals(new Vector<double>(outcome[i..]), codes), Vector<double>.One, Vector<double>.Zero);
            bounded.CopyTo(probabilities[i..]);
            (share * bounded * (Vector<double>.One - bounded)).CopyTo(weights[i..]);
            (share * (isOf - bounded)).CopyTo(residuals[i..]);
        }
        for (; i < probabilities.Length; i++)
        {
            var bounded = probabilities[i] < least ? 0 : probabilities[i] > most ? 1 : probabilities[i];
            probabilities[i] = bounded;
            weights[i] = shares[i] * bounded * (1 - bounded);
            residuals[i] = shares[i] * ((outcome[i] == number ? 1 : 0) - bounded);
        }
    }
}
