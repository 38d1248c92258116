using System.Collections.Concurrent;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// Grows forests. Source: L. Breiman, "Random forests", Machine Learning 45, 2001, in the manner of ranger 0.14: M. N. Wright and A. Ziegler, "ranger: A
/// fast implementation of random forests for high dimensional data in C++ and R", Journal of Statistical Software 77(1), 2017.
/// </summary>
sealed class ForestGrowth
{
    // Trees are grown this many at a time and then put together in their order, so that the number of threads changes nothing.
    const int Round = 64;

    readonly ForestPlan _plan;
    readonly RunContext _context;
    readonly int _rows;
    readonly ConcurrentBag<TreeGrower> _growers = [];
    readonly ForestTree[] _trees;
    readonly int[][] _samples;
    readonly ImportanceTally _importance;
    readonly OutOfBagTally _outside;
    readonly RunCounter _counter;

    ForestGrowth(ForestPlan plan, RunContext context)
    {
        _plan = plan;
        _context = context;
        _rows = plan.Features[0].Values.Length;
        _trees = new ForestTree[plan.Options.Trees];
        _samples = new int[plan.KeepsSamples ? _trees.Length : 0][];
        _importance = new ImportanceTally(plan, _rows);
        _outside = new OutOfBagTally(plan.Outcome, _rows);
        _counter = context.CountWhenSlow("Trees", "forest", _trees.Length);
    }

    // A tree and how it does outside its sample.
    readonly record struct Judged(GrownTree Grown, double[] Told, PermutationImportance? Shuffled);

    /// <summary>Grows a forest.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static GrownForest Run(ForestPlan plan, RunContext context) => new ForestGrowth(plan, context).Run();

    GrownForest Run()
    {
        var round = new Judged[Math.Min(Round, _trees.Length)];
        for (var first = 0; first < _trees.Length; first += Round)
        {
            var count = Math.Min(Round, _trees.Length - first);
            // What the trees before have used decides on penalties: one at a time.
            if (_plan.Penalty.IsOn) for (var i = 0; i < count; i++) round[i] = Grow(first + i);
            else _context.Work.For(count, i => round[i] = Grow(first + i));
            for (var i = 0; i < count; i++) Add(first + i, round[i]);
        }
        _counter.Complete();
        return new GrownForest(_trees, _importance.Result())
        {
            OutOfBagError = _plan.IsJudged ? _outside.Error() : null,
            LocalImportance = _importance.Local,
            Samples = _samples,
        };
    }

    Judged Grow(int tree)
    {
        if (!_growers.TryTake(out var grower)) grower = NewGrower();
        var grown = grower.Grow(tree);
        _growers.Add(grower);
        _counter.Advance();
        var shuffled = _plan.Shuffles ? new PermutationImportance(_plan, grown, _context.Cancellation).Measure() : null;
        return new Judged(grown, _plan.IsJudged ? Tell(grown) : [], shuffled);
    }

    TreeGrower NewGrower()
    {
        var response = _plan.Outcome.NewNode();
        var search = _plan.NewSearch(response);
        return new TreeGrower(
            _plan.Features, response, search, _plan.NewCandidates(), _plan.Samples, _plan.Penalty, _plan.Options, _context.Cancellation);
    }

    double[] Tell(GrownTree grown)
    {
        var rows = grown.Sample.OutOfBag;
        var leaves = new LeafSearch(_plan.Features, _context.Cancellation).Find(grown.Tree, rows);
        var told = new double[rows.Length];
        for (var i = 0; i < told.Length; i++) told[i] = _plan.Outcome.Told(grown.Tree, leaves[i], rows[i]);
        return told;
    }

    void Add(int tree, Judged judged)
    {
        _trees[tree] = judged.Grown.Tree;
        if (_plan.KeepsSamples) _samples[tree] = judged.Grown.Sample.Times;
        _importance.Add(judged.Grown, judged.Shuffled);
        if (_plan.IsJudged) _outside.Add(judged.Grown.Sample.OutOfBag, judged.Told);
    }
}
