using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Growing;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Sampling;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Rounds;

/// <summary>Learns a model round by round: each adds a tree for each output.</summary>
abstract class BoostingRounds
{
    const double LeastStart = 1e-15f;

    readonly TreeGrower _grower;
    readonly ICaseSample _sample;

    protected BoostingRounds(BoostingOptions options, Objective objective, BoostedCases cases, BinnedData data, ValidationCases? validation, RunContext context)
    {
        Options = options;
        Objective = objective;
        Context = context;
        Validation = validation;
        CanSplit = data.Features.Count > 0;
        Sums = [.. Enumerable.Range(0, objective.Outputs).Select(_ => new double[data.Rows])];
        Derivatives = [.. Enumerable.Range(0, objective.Outputs).Select(_ => new float[2 * data.Rows])];
        _grower = new TreeGrower(data, options.Growth, context);
        _sample = options.Sampling.ByGradient
            ? new GradientSample(options.Sampling, options.LearningRate, data.Rows)
            : new CaseBag(options.Sampling, data.Rows, objective.Name == "binary" ? cases.Labels : null);
    }

    /// <summary>The trees so far, those of a round side by side.</summary>
    public List<BoostedTree> Trees { get; } = [];

    /// <summary>The number of rounds that grew a tree.</summary>
    protected int Grown { get; set; }

    protected BoostingOptions Options { get; }

    protected Objective Objective { get; }

    protected RunContext Context { get; }

    protected ValidationCases? Validation { get; }

    protected bool CanSplit { get; }

    /// <summary>The model's sums for the training cases, one array an output.</summary>
    protected double[][] Sums { get; }

    /// <summary>The derivatives of the loss, one array an output.</summary>
    protected float[][] Derivatives { get; }

    /// <summary>One more round.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract void Next();

    /// <summary>The sums of the model as it is, of cases whose trees were added to <paramref name="sums"/>.</summary>
    public virtual double[][] ModelSums(double[][] sums) => sums;

    /// <summary>The training cases' sums of the model as it is.</summary>
    public double[][] TrainingSums => ModelSums(Sums);

    /// <summary>The best constant of an output, or 0 where it is as good as that.</summary>
    protected double StartOf(int output) => Objective.Start(output) is var start && Math.Abs(start) > LeastStart ? start : 0;

    /// <summary>The cases of this round. Derivatives are there already.</summary>
    protected ReadOnlyMemory<int> Draw() => _sample.Draw(Grown, Derivatives);

    /// <summary>A tree for an output, or null where there is nothing to learn from.</summary>
    protected GrownTree? Grow(int output, ReadOnlyMemory<int> bag) =>
        Objective.NeedsTraining(output) ? _grower.Grow(Derivatives[output], bag.Span) : null;

    /// <summary>Gives leaves the value that is best for the loss itself.</summary>
    /// <param name="grown">The tree.</param>
    /// <param name="sums">The sums before it.</param>
    protected void Renew(GrownTree grown, double[] sums)
    {
        if (!Objective.RenewsLeaves) return;
        Context.Work.For(grown.Tree.Leaves.Length, leaf => grown.Tree.Leaves[leaf] = Objective.Renew(grown.CasesOf(leaf), sums));
    }

    /// <summary>Adds a tree to the sums of all cases.</summary>
    protected void Add(int output, GrownTree grown, ReadOnlyMemory<int> bag)
    {
        grown.AddToOwn(Sums[output], Context);
        grown.AddToOthers(Sums[output], bag, Context);
        Validation?.Add(output, grown.Tree, Context);
    }

    /// <summary>Adds a constant to the sums of all cases.</summary>
    protected void Add(int output, double constant)
    {
        foreach (ref var sum in Sums[output].AsSpan()) sum += constant;
        Validation?.Add(output, constant);
    }
}
