namespace Rtemis.Learning.Random;

/// <summary>
/// Gamma numbers of a shape below 1. Source: J. H. Ahrens and U. Dieter, "Computer methods for sampling from gamma, beta, Poisson and binomial
/// distributions", Computing 12, 1974 (algorithm GS), which R's <c>rgamma</c> follows.
/// </summary>
static class SmallGammaDraw
{
    public static double Next(double shape, RRandom random)
    {
        var bound = 1 + Math.Exp(-1) * shape;
        while (true)
        {
            var p = bound * random.NextUniform();
            var inTail = p >= 1;
            var x = inTail ? -Math.Log((bound - p) / shape) : Math.Exp(Math.Log(p) / shape);
            if (random.NextExponential() >= (inTail ? (1 - shape) * Math.Log(x) : x)) return x;
        }
    }
}
