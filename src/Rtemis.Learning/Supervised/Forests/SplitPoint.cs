namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The best split of a node so far.</summary>
struct SplitPoint
{
    /// <summary>No split.</summary>
    public SplitPoint()
    {
    }

    /// <summary>How good it is: more is better; below 0 where there is none.</summary>
    public double Score { get; private set; } = -1;

    /// <summary>The feature.</summary>
    public int Feature { get; private set; }

    /// <summary>The feature's rank of the last case on the one side.</summary>
    public int Below { get; private set; }

    /// <summary>The feature's rank of the first case on the other.</summary>
    public int Above { get; private set; }

    /// <summary>Takes another split if it is better.</summary>
    public void Offer(double score, int feature, int below, int above)
    {
        if (score > Score) (Score, Feature, Below, Above) = (score, feature, below, above);
    }
}
