namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The best cut of a feature so far.</summary>
/// <param name="least">The score that a cut must be better than.</param>
struct CutPoint(double least)
{
    /// <summary>How good it is: more is better.</summary>
    public double Score { get; private set; } = least;

    /// <summary>The feature's rank of the last case on the one side.</summary>
    public int Below { get; private set; }

    /// <summary>The feature's rank of the first case on the other.</summary>
    public int Above { get; private set; }

    /// <summary>Takes another cut if it is better.</summary>
    public void Offer(double score, int below, int above)
    {
        if (score > Score) (Score, Below, Above) = (score, below, above);
    }
}
