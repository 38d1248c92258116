using MemoryPack;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// The probability of the positive group, 1 / (1 + exp(A f + B)), from a decision value f. Source: H.-T. Lin, C.-J. Lin and R. C. Weng, "A note on
/// Platt's probabilistic outputs for support vector machines", Machine Learning 68, 2007.
/// </summary>
/// <param name="A">The slope; negative where larger decision values speak for the positive group.</param>
/// <param name="B">The intercept.</param>
[MemoryPackable]
sealed partial record PlattSigmoid(double A, double B)
{
    const int MostSteps = 100;
    const double LeastStep = 1e-10;
    const double Ridge = 1e-12;
    const double Flat = 1e-5;
    const double SufficientDecrease = 1e-4;

    /// <summary>Fits both numbers by a regularised maximum likelihood.</summary>
    /// <param name="decisions">Decision values of cases that did not help to learn them.</param>
    /// <param name="positives">How many of the cases, the first ones, belong to the positive group.</param>
    public static PlattSigmoid Fit(ReadOnlySpan<double> decisions, int positives)
    {
        var negatives = decisions.Length - positives;
        // Targets a little inside 0 and 1 keep the slope finite where the groups lie apart.
        var targets = new double[decisions.Length];
        targets.AsSpan(0, positives).Fill((positives + 1.0) / (positives + 2.0));
        targets.AsSpan(positives).Fill(1 / (negatives + 2.0));
        var sigmoid = new PlattSigmoid(0, Math.Log((negatives + 1.0) / (positives + 1.0)));
        var loss = sigmoid.Loss(decisions, targets);
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, intercept, decrease) = sigmoid.NewtonStep(decisions, targets);
            if (decrease is null) break;
            var size = 1.0;
            while (size >= LeastStep)
            {
                var next = new PlattSigmoid(sigmoid.A + size * slope, sigmoid.B + size * intercept);
                var nextLoss = next.Loss(decisions, targets);
                if (nextLoss < loss + SufficientDecrease * size * decrease)
                {
                    (sigmoid, loss) = (next, nextLoss);
                    break;
                }
                size /= 2;
            }
            if (size < LeastStep) break;
        }
        return sigmoid;
    }

    /// <summary>The probability of the positive group.</summary>
    public double Probability(double decision)
    {
        // Only exponentials of negative numbers: they can't overflow.
        var f = decision * A + B;
        return f >= 0 ? Math.Exp(-f) / (1 + Math.Exp(-f)) : 1 / (1 + Math.Exp(f));
    }

    double Loss(ReadOnlySpan<double> decisions, double[] targets)
    {
        var loss = 0.0;
        for (var i = 0; i < targets.Length; i++)
        {
            var f = decisions[i] * A + B;
            loss += f >= 0 ? targets[i] * f + Math.Log(1 + Math.Exp(-f)) : (targets[i] - 1) * f + Math.Log(1 + Math.Exp(f));
        }
        return loss;
    }

    // The step to the minimum of the quadratic approximation and the first-order change of the loss along it, which is null at the minimum.
    (double Slope, double Intercept, double? Decrease) NewtonStep(ReadOnlySpan<double> decisions, double[] targets)
    {
        var (h11, h22, h21, g1, g2) = (Ridge, Ridge, 0.0, 0.0, 0.0);
        for (var i = 0; i < targets.Length; i++)
        {
            var p = Probability(decisions[i]);
            var f = decisions[i] * A + B;
            var q = f >= 0 ? 1 / (1 + Math.Exp(-f)) : Math.Exp(f) / (1 + Math.Exp(f));
            var curvature = p * q;
            h11 += decisions[i] * decisions[i] * curvature;
            h22 += curvature;
            h21 += decisions[i] * curvature;
            var residual = targets[i] - p;
            g1 += decisions[i] * residual;
            g2 += residual;
        }
        if (Math.Abs(g1) < Flat && Math.Abs(g2) < Flat) return (0, 0, null);
        var determinant = h11 * h22 - h21 * h21;
        var slope = -(h22 * g1 - h21 * g2) / determinant;
        var intercept = -(-h21 * g1 + h11 * g2) / determinant;
        return (slope, intercept, g1 * slope + g2 * intercept);
    }
}
