using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// Gradient descent with momentum and a gain for each coordinate. Source: L. van der Maaten and G. Hinton, 2008, section 3.4, and R. A. Jacobs, "Increased
/// rates of convergence through learning rate adaptation", 1988.
/// </summary>
sealed class TsneDescent(ITsneForces forces, TsneParameters parameters, RunContext context)
{
    const int IterationsBetweenCosts = 50;
    const int ChunkCases = 8192;
    const double LeastGain = 0.01;

    readonly List<double> _costs = [];

    /// <summary>The divergence after every 50th iteration and the last.</summary>
    public IReadOnlyList<double> IterationCosts => _costs;

    /// <summary>Moves the cases, as often as the options say.</summary>
    /// <returns>Each case's share of the divergence in the end.</returns>
    /// <exception cref="LearningException">The steps grew beyond all bounds.</exception>
    public double[] Run(TsneMap map)
    {
        var (gradient, step, gains) = (Empty(map), Empty(map), Empty(map));
        for (var d = 0; d < map.Dimensions; d++) gains.Axis(d).AsSpan().Fill(1);
        var counter = context.CountWhenSlow("Iterations", "tsne", parameters.MaxIter);
        var exaggeration = 1.0;
        for (var iteration = 0; iteration < parameters.MaxIter; iteration++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            exaggeration = iteration < parameters.LyingEnd ? parameters.ExaggerationFactor : 1;
            forces.Gradient(map, exaggeration, gradient);
            Move(map, gradient, step, gains, iteration < parameters.MomentumSwitch ? parameters.Momentum : parameters.FinalMomentum);
            if (!map.Center())
                throw TsneChecks.Refusal($"the map is not finite after {iteration + 1} iterations; `eta` or a momentum is too large for these data", context);
            if ((iteration + 1) % IterationsBetweenCosts == 0 || iteration == parameters.MaxIter - 1) _costs.Add(forces.Costs(map, exaggeration).Sum());
            counter.Advance();
        }
        counter.Complete();
        return forces.Costs(map, exaggeration);
    }

    void Move(TsneMap map, TsneMap gradient, TsneMap step, TsneMap gains, double momentum)
    {
        for (var d = 0; d < map.Dimensions; d++)
        {
            var (at, slopes, steps, factors) = (map.Axis(d), gradient.Axis(d), step.Axis(d), gains.Axis(d));
            context.Work.ForChunks(map.Cases, ChunkCases, (_, first, end) =>
            {
                for (var i = first; i < end; i++)
                {
                    // The step goes against the gradient: equal signs tell that it overshot.
                    var gain = factors[i] = Math.Max(LeastGain, Sign(slopes[i]) != Sign(steps[i]) ? factors[i] + 0.2 : factors[i] * 0.8);
                    steps[i] = momentum * steps[i] - parameters.Eta * gain * slopes[i];
                    at[i] += steps[i];
                }
            });
        }
    }

    static TsneMap Empty(TsneMap map) => new(map.Cases, map.Dimensions);

    static int Sign(double value) => value == 0 ? 0 : value < 0 ? -1 : 1;
}
