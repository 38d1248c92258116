using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>What cases' probabilities of several classes are proportional to.</summary>
sealed class ClassOdds
{
    const double MostRatio = (1 - LikelihoodBounds.LeastProbability) / LikelihoodBounds.LeastProbability;
    const double LeastCertain = (1 + LikelihoodBounds.LeastProbability) * LikelihoodBounds.LeastProbability;
    const double MostUncertain = (1 - LikelihoodBounds.LeastProbability) * (1 - LikelihoodBounds.LeastProbability);

    static readonly ClassQuadratic Bounded = new(LeastCertain, MostUncertain);
    static readonly ClassQuadratic Unbounded = new(double.NegativeInfinity, double.PositiveInfinity);

    readonly double[] _outcome;
    readonly double[] _shares;
    readonly double[][] _odds;
    readonly double[] _totals;
    readonly RunContext _context;

    /// <param name="outcome">0-based class codes.</param>
    /// <param name="shares">Case weights that sum to 1.</param>
    /// <param name="intercepts">The classes' linear predictors at the start.</param>
    /// <param name="context">The run.</param>
    public ClassOdds(double[] outcome, double[] shares, double[] intercepts, RunContext context)
    {
        _outcome = outcome;
        _shares = shares;
        _context = context;
        _totals = new double[outcome.Length];
        _odds = Array.ConvertAll(intercepts, intercept =>
        {
            var odds = new double[outcome.Length];
            Array.Fill(odds, Math.Exp(intercept));
            TensorPrimitives.Add(_totals, odds, _totals);
            return odds;
        });
    }

    /// <summary>The quadratic that a class's likelihood looks like from here.</summary>
    /// <returns>The sum of its weights.</returns>
    public double Linearize(int c, double[] weights, double[] residuals)
    {
        Each((start, end) => Form(Bounded, c, start, end, weights.AsSpan(start), residuals));
        return TensorPrimitives.Sum<double>(weights);
    }

    /// <summary>The weighted differences between a class and its probability.</summary>
    public void Residuals(int c, double[] target) => Each((start, end) => Form(Unbounded, c, start, end, stackalloc double[end - start], target));

    /// <summary>Takes a class's new linear predictors; none leaves the others without a chance.</summary>
    /// <param name="c">The class.</param>
    /// <param name="predict">Gives those from a case on.</param>
    public void Update(int c, Action<int, Span<double>> predict) => Each((start, end) =>
    {
        Span<double> others = stackalloc double[end - start];
        Span<double> bounds = stackalloc double[end - start];
        var odds = _odds[c].AsSpan(start, end - start);
        var totals = _totals.AsSpan(start, end - start);
        TensorPrimitives.Subtract(totals, odds, others);
        predict(start, odds);
        TensorPrimitives.Clamp(odds, -LikelihoodBounds.MostExponent, LikelihoodBounds.MostExponent, odds);
        BoundedExponential.Apply(odds);
        TensorPrimitives.Divide(others, MostRatio, bounds);
        TensorPrimitives.Max(bounds, odds, odds);
        TensorPrimitives.Multiply(others, MostRatio, bounds);
        TensorPrimitives.Min(bounds, odds, odds);
        TensorPrimitives.Add(others, odds, totals);
    });

    /// <summary>Takes what was added to all classes' linear predictors.</summary>
    /// <param name="predict">Gives it from a case on.</param>
    public void Scale(Action<int, Span<double>> predict) => Each((start, end) =>
    {
        Span<double> factors = stackalloc double[end - start];
        predict(start, factors);
        BoundedExponential.Apply(factors);
        foreach (var values in _odds.Append(_totals))
        {
            var part = values.AsSpan(start, factors.Length);
            TensorPrimitives.Multiply(part, factors, part);
        }
    });

    /// <summary>The deviance per unit of weight, halved.</summary>
    public double Deviance()
    {
        var sum = 0.0;
        Span<double> own = stackalloc double[CaseBlocks.Rows];
        for (var start = 0; start < _outcome.Length; start += CaseBlocks.Rows)
        {
            var totals = _totals.AsSpan(start, Math.Min(CaseBlocks.Rows, _outcome.Length - start));
            var logs = own[..totals.Length];
            for (var i = 0; i < logs.Length; i++) logs[i] = _odds[(int)_outcome[start + i]][start + i];
            TensorPrimitives.Divide(logs, totals, logs);
            TensorPrimitives.Log(logs, logs);
            sum -= TensorPrimitives.Dot<double>(_shares.AsSpan(start, logs.Length), logs);
        }
        return sum;
    }

    void Form(ClassQuadratic quadratic, int c, int start, int end, Span<double> weights, double[] residuals)
    {
        Span<double> probabilities = stackalloc double[end - start];
        TensorPrimitives.Divide(_odds[c].AsSpan(start, end - start), _totals.AsSpan(start, end - start), probabilities);
        quadratic.Form(probabilities, _outcome.AsSpan(start), c, _shares.AsSpan(start), weights, residuals.AsSpan(start));
    }

    void Each(Action<int, int> body) => CaseBlocks.Each(_outcome.Length, _context.Work, body);
}
