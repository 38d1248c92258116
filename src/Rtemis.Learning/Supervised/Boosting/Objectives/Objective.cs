using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>What boosting minimizes: gives the derivatives that trees learn from, and says how good sums are. Immutable.</summary>
abstract class Objective
{
    /// <summary>Below this, a start is no start and a class has no cases.</summary>
    protected const double Epsilon = 1e-15f;

    /// <summary>Cases that a thread takes at a time.</summary>
    protected const int ChunkRows = 16_384;

    /// <summary>LightGBM's name of it.</summary>
    public abstract string Name { get; }

    /// <summary>The number of sums of a case, which is that of trees in a round.</summary>
    public virtual int Outputs => 1;

    /// <summary>How sums become predictions.</summary>
    public abstract LinkFunction Link { get; }

    /// <summary>Whether leaves get the value that is best for the loss itself, once the tree has grown.</summary>
    public virtual bool RenewsLeaves => false;

    /// <summary>Whether there is anything to learn for an output.</summary>
    public virtual bool NeedsTraining(int output) => true;

    /// <summary>The constant that is best for an output.</summary>
    public abstract double Start(int output);

    /// <summary>The derivatives of the loss at the sums.</summary>
    /// <param name="sums">One array an output, one sum a case.</param>
    /// <param name="derivatives">One array an output; a first and a second derivative for each case.</param>
    /// <param name="context">The run.</param>
    public abstract void Derive(double[][] sums, float[][] derivatives, RunContext context);

    /// <summary>The value of a leaf that is best for the loss itself; only where <see cref="RenewsLeaves"/>.</summary>
    /// <param name="rows">The leaf's cases.</param>
    /// <param name="sums">The sums of all cases before this tree.</param>
    public virtual double Renew(ReadOnlySpan<int> rows, double[] sums) => throw new NotSupportedException($"{Name} keeps the values of leaves.");

    /// <summary>The mean loss of cases, which may be others than those learned from.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="sums">One array an output, one sum a case.</param>
    /// <param name="context">The run.</param>
    public abstract double Loss(BoostedCases cases, double[][] sums, RunContext context);
}
