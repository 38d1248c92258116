namespace Rtemis.Learning.Supervised.Boosting.Sampling;

/// <summary>Chooses the cases that a round learns from.</summary>
interface ICaseSample
{
    /// <summary>Whether derivatives are changed by the choice.</summary>
    bool ChangesDerivatives { get; }

    /// <summary>The cases of a round, ascending.</summary>
    /// <param name="round">The rounds before this one that grew a tree.</param>
    /// <param name="derivatives">One array an output; a first and a second derivative for each case. Those of chosen cases may be enlarged.</param>
    ReadOnlyMemory<int> Draw(int round, float[][] derivatives);
}
