using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>What cases' probabilities of several classes are proportional to.</summary>
sealed class ClassOdds
{
    const double MostRatio = (1 - LikelihoodBounds.LeastProbability) / LikelihoodBounds.LeastProbability;
    const double LeastCertain = (1 + LikelihoodBounds.LeastProbability) * LikelihoodBounds.LeastProbability;
    const double MostUncertain = (1 - LikelihoodBounds.LeastProbability) * (1 - LikelihoodBounds.LeastProbability);

    readonly double[] _outcome;
    readonly double[] _shares;
    readonly double[][] _odds;
    readonly double[] _totals;
    readonly double[] _buffer;
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
        _buffer = new double[outcome.Length];
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
        Each((start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var probability = _odds[c][i] / _totals[i];
                if (probability < LeastCertain) probability = 0;
                else if (probability > MostUncertain) probability = 1;
                weights[i] = _shares[i] * probability * (1 - probability);
                residuals[i] = _shares[i] * (IsOf(i, c) - probability);
            }
        });
        return TensorPrimitives.Sum<double>(weights);
    }

    /// <summary>The weighted differences between a class and its probability.</summary>
    public void Residuals(int c, double[] target) => Each((start, end) =>
    {
        for (var i = start; i < end; i++) target[i] = _shares[i] * (IsOf(i, c) - _odds[c][i] / _totals[i]);
    });

    /// <summary>Takes a class's new linear predictors; none leaves the others without a chance.</summary>
    public void Update(int c, Action<double[]> predict)
    {
        predict(_buffer);
        Each((start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var others = _totals[i] - _odds[c][i];
                var odds = Math.Exp(Math.Clamp(_buffer[i], -LikelihoodBounds.MostExponent, LikelihoodBounds.MostExponent));
                _odds[c][i] = Math.Min(Math.Max(others / MostRatio, odds), others * MostRatio);
                _totals[i] = others + _odds[c][i];
            }
        });
    }

    /// <summary>Takes what was added to all classes' linear predictors.</summary>
    public void Scale(Action<double[]> predict)
    {
        predict(_buffer);
        Each((start, end) =>
        {
            var factors = _buffer.AsSpan(start, end - start);
            TensorPrimitives.Exp(factors, factors);
            foreach (var values in _odds.Append(_totals))
            {
                var part = values.AsSpan(start, factors.Length);
                TensorPrimitives.Multiply(part, factors, part);
            }
        });
    }

    /// <summary>The deviance per unit of weight, halved.</summary>
    public double Deviance()
    {
        var sum = 0.0;
        for (var i = 0; i < _outcome.Length; i++) sum -= _shares[i] * Math.Log(_odds[(int)_outcome[i]][i] / _totals[i]);
        return sum;
    }

    double IsOf(int i, int c) => _outcome[i] == c ? 1 : 0;

    void Each(Action<int, int> body) => _context.Work.ForChunks(_outcome.Length, ActivePredictor.ChunkRows, (_, start, end) => body(start, end));
}
