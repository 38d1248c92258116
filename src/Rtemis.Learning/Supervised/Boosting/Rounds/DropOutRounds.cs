using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Growing;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Sampling;

namespace Rtemis.Learning.Supervised.Boosting.Rounds;

/// <summary>
/// Gradient boosting in which each round leaves some of the earlier trees out, and then weighs them and its own anew. Source: K. V. Rashmi and R. Gilad-Bachrach,
/// "DART: Dropouts meet Multiple Additive Regression Trees", 2015.
/// </summary>
sealed class DropOutRounds(BoostingOptions options, Objective objective, BoostedCases cases, BinnedData data, ValidationCases? validation, RunContext context)
    : GradientRounds(options, objective, cases, data, validation, context)
{
    readonly DropOptions _drop = options.Drop;
    readonly LcgRandom _random = new(options.Drop.Seed);
    readonly List<GrownTree?> _grown = [];
    readonly List<int> _dropped = [];
    readonly List<double> _weights = [];
    double _totalWeight;

    /// <inheritdoc/>
    protected override void Begin()
    {
        _dropped.Clear();
        if (_random.NextFloat() >= _drop.Skip) Choose();
        foreach (var round in _dropped) Rescale(round, -1, training: true, validation: false);
        var rate = Options.LearningRate;
        Shrinkage = !_drop.XgBoostMode ? rate / (1 + _dropped.Count) : _dropped.Count == 0 ? rate : rate / (rate + _dropped.Count);
    }

    /// <inheritdoc/>
    protected override void Keep(GrownTree? grown) => _grown.Add(grown);

    /// <inheritdoc/>
    protected override void End(bool grew)
    {
        if (!grew)
        {
            // The trees that were left out for nothing come back.
            foreach (var round in _dropped) Rescale(round, -1, training: true, validation: false);
            _grown.RemoveRange(Trees.Count, _grown.Count - Trees.Count);
            return;
        }
        var (count, rate) = ((double)_dropped.Count, Options.LearningRate);
        foreach (var round in _dropped)
        {
            // Trees are negative now: first what validation cases are to lose, then what training cases are to have back.
            Rescale(round, _drop.XgBoostMode ? Shrinkage : 1 / (count + 1), training: false, validation: true);
            Rescale(round, _drop.XgBoostMode ? -count / rate : -count, training: true, validation: false);
            if (_drop.Uniform) continue;
            var share = count + (_drop.XgBoostMode ? rate : 1);
            _totalWeight -= _weights[round] / share;
            _weights[round] *= count / share;
        }
        if (_drop.Uniform) return;
        _weights.Add(Shrinkage);
        _totalWeight += Shrinkage;
    }

    void Choose()
    {
        var rate = _drop.Rate;
        var average = _drop.Uniform ? 0 : _weights.Count / _totalWeight;
        if (_drop.Max > 0) rate = Math.Min(rate, _drop.Uniform ? _drop.Max / (double)Grown : _drop.Max * average / _totalWeight);
        for (var round = 0; round < Grown; round++)
        {
            if (_random.NextFloat() >= (_drop.Uniform ? rate : rate * _weights[round] * average)) continue;
            _dropped.Add(round);
            if ((uint)_dropped.Count >= (uint)_drop.Max) break;
        }
    }

    void Rescale(int round, double factor, bool training, bool validation)
    {
        for (var k = 0; k < Objective.Outputs; k++)
        {
            var place = round * Objective.Outputs + k;
            Trees[place].Scale(factor);
            if (training)
            {
                if (_grown[place] is { } grown) grown.AddToOthers(Sums[k], ReadOnlyMemory<int>.Empty, Context);
                else foreach (ref var sum in Sums[k].AsSpan()) sum += Trees[place].Leaves[0];
            }
            if (validation) Validation?.Add(k, Trees[place], Context);
        }
    }
}
