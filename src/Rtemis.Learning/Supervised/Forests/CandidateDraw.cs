using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Draws the features that a split is looked for among. Serves one thread.</summary>
abstract class CandidateDraw
{
    /// <summary>A tree begins; trees count from 0.</summary>
    public virtual void Begin(int tree)
    {
    }

    /// <summary>The features drawn, in the order of drawing; valid until the next draw.</summary>
    public abstract ReadOnlySpan<int> Next(MersenneTwister64 random);
}
