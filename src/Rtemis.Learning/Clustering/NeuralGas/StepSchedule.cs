using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Clustering.NeuralGas;

/// <summary>
/// How far centers go at a case: the nearest by a share e of its way, the one of rank m by e exp(-m / l). Over the run, e falls from 0.5 to
/// 0.005 and l from 10 to 0.01, both evenly on the scale of logarithms.
/// </summary>
/// <param name="total">The number of cases that will have been looked at in all.</param>
sealed class StepSchedule(long total)
{
    /// <summary>The most cases to plan for at a time.</summary>
    public const int MostSteps = 512;

    // What is less moves no center by a bit, and its powers would be numbers too small for the processor's fast paths.
    const double LeastDecay = 1e-30;

    readonly double[] _steps = new double[MostSteps];
    readonly double[] _decays = new double[MostSteps];

    /// <summary>The share e of each case.</summary>
    public ReadOnlySpan<double> Steps => _steps;

    /// <summary>What a rank more leaves of it, exp(-1 / l), of each case.</summary>
    public ReadOnlySpan<double> Decays => _decays;

    /// <summary>Plans for some cases.</summary>
    public void MoveTo(long first, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var part = (double)(first + i) / total;
            _steps[i] = part * Math.Log(0.005 / 0.5);
            _decays[i] = -part * Math.Log(0.01 / 10);
        }
        var steps = _steps.AsSpan(0, count);
        BoundedExponential.Apply(steps);
        TensorPrimitives.Multiply(steps, 0.5, steps);
        var decays = _decays.AsSpan(0, count);
        BoundedExponential.Apply(decays);
        TensorPrimitives.Multiply(decays, -1 / 10.0, decays);
        BoundedExponential.Apply(decays);
        TensorPrimitives.Max(decays, LeastDecay, decays);
    }
}
