using Rtemis.Learning.Random;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>Where the cases start, with Rtsne's draws.</summary>
static class TsneStart
{
    const double Spread = 1e-4;

    /// <summary>The given start, or one that is drawn: small normal numbers, case by case.</summary>
    public static TsneMap Of(TsneParameters parameters, int cases, RRandom random)
    {
        var map = new TsneMap(cases, parameters.K);
        if (parameters.Theta > 0) random.Skip(PivotDraws(cases));
        for (var i = 0; i < cases; i++)
            for (var d = 0; d < parameters.K; d++)
                map.Axis(d)[i] = parameters.YInit is { } start ? start[i, d] : Spread * NextNormal(random);
        return map;
    }

    // Rtsne finds neighbours in a vantage-point tree. Each node with more than one case draws its pivot, beginning where the stream was saved last; it
    // is saved when a node is done, so that only the draws of nodes with two cases, which have no such nodes below them, are there to stay.
    static int PivotDraws(int cases) => cases switch
    {
        < 2 => 0,
        2 => 1,
        _ => PivotDraws(cases / 2 - 1) + PivotDraws(cases - cases / 2),
    };

    // Marsaglia's polar method, of whose two numbers Rtsne uses the first.
    static double NextNormal(RRandom random)
    {
        double x, square;
        do
        {
            x = 2 * random.NextUniform() - 1;
            var y = 2 * random.NextUniform() - 1;
            square = x * x + y * y;
        }
        while (square >= 1 || square == 0);
        return x * Math.Sqrt(-2 * Math.Log(square) / square);
    }
}
