namespace Rtemis.Learning.Supervised.Mars;

/// <summary>The best new term that a parent and a column make.</summary>
/// <param name="Gain">How much the residual sum of squares falls; 0 where there is none.</param>
/// <param name="Position">The knot's case in the column's ascending order; 0 for a linear term.</param>
/// <param name="Linear">Whether the column enters as it is.</param>
/// <param name="Paired">Whether the hinge's mirror image comes along.</param>
readonly record struct Candidate(double Gain, int Position, bool Linear, bool Paired)
{
    /// <summary>No term.</summary>
    public static Candidate None { get; } = new(0, -1, false, false);
}

/// <summary>A candidate with its place.</summary>
/// <param name="Parent">The parent's slot.</param>
/// <param name="Column">The column.</param>
/// <param name="Term">The term.</param>
readonly record struct PlacedCandidate(int Parent, int Column, Candidate Term);

/// <summary>Looks for new terms in one step after the other.</summary>
interface ICandidateSearch
{
    /// <summary>Takes note of the slots that came since the last step.</summary>
    void Begin();

    /// <summary>The best term of a pair. Pairs of a step may be tried at the same time.</summary>
    /// <param name="parent">The parent's slot.</param>
    /// <param name="column">A column that the parent doesn't use.</param>
    /// <param name="span">Which cases may carry a knot.</param>
    /// <param name="step">The residual sum of squares so far, and the most that a knot is believed to take off.</param>
    Candidate Find(int parent, int column, KnotSpan span, SearchStep step);
}

/// <summary>Where a step starts.</summary>
/// <param name="Rss">The residual sum of squares.</param>
/// <param name="MostGain">A knot that would take off this or more is a rounding error.</param>
/// <param name="Slots">The number of slots.</param>
readonly record struct SearchStep(double Rss, double MostGain, int Slots);
