using MemoryPack;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Classification: probabilities from the decision values of all pairs of classes.</summary>
/// <param name="levels">The number of the outcome's levels.</param>
/// <param name="present">The levels that occur in training, by their first case: a pair's first class is its positive one.</param>
/// <param name="sigmoids">One a pair: the first class with the second, the third, ..., the second with the third, ...</param>
[MemoryPackable]
sealed partial class SvmClasses(int levels, int[] present, PlattSigmoid[] sigmoids) : SvmOutcome
{
    /// <summary>The number of the outcome's levels.</summary>
    public int Levels { get; } = levels;

    /// <summary>The levels that occur in training, by their first case.</summary>
    public int[] Present { get; } = present;

    /// <summary>One a pair of present levels.</summary>
    public PlattSigmoid[] Sigmoids { get; } = sigmoids;

    /// <summary>Of two levels the probability of the second, else one column a level; a level that training lacks has 0.</summary>
    public override Matrix Predict(Matrix decisions)
    {
        var first = Levels == 2 ? 1 : 0;
        var values = new Matrix(decisions.Rows, Levels - first);
        var shares = new double[Present.Length];
        var pairs = new double[Present.Length, Present.Length];
        for (var row = 0; row < decisions.Rows; row++)
        {
            Share(decisions, row, pairs, shares);
            for (var k = 0; k < shares.Length; k++)
                if (Present[k] >= first) values[row, Present[k] - first] = shares[k];
        }
        return values;
    }

    void Share(Matrix decisions, int row, double[,] pairs, double[] shares)
    {
        if (shares.Length == 2)
        {
            shares[0] = Sigmoids[0].Probability(decisions[row, 0]);
            shares[1] = 1 - shares[0];
            return;
        }
        var pair = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            for (var j = i + 1; j < shares.Length; j++)
            {
                pairs[i, j] = Sigmoids[pair].Probability(decisions[row, pair]);
                pair++;
            }
        }
        PairwiseCoupling.Couple(pairs, shares);
    }
}
