using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Two classes, by the likelihood of the logistic model: a quadratic at a time.</summary>
sealed class BinomialFamily : IElasticNetFamily
{
    readonly double[] _outcome;
    readonly double[] _shares;
    readonly ElasticNetPenalty _penalty;
    readonly StandardColumns _columns;
    readonly RunContext _context;
    readonly CoordinateDescent _descent;
    readonly ScreenedProblem _problem;
    readonly LikelihoodBounds _bounds;
    readonly double[] _slopes;
    readonly double[] _coefficients;
    readonly double[] _probabilities;
    readonly double[] _weights;
    readonly double[] _residuals;
    double _intercept;
    double _total;

    /// <exception cref="LearningException">A class has no weight, or all columns are constant.</exception>
    public BinomialFamily(ElasticNetData data, ElasticNetPenalty penalty, GlmnetParameters options, RunContext context)
    {
        _outcome = data.Outcome;
        _penalty = penalty;
        _context = context;
        _shares = data.Shares();
        _columns = new StandardColumns(data.Columns, _shares, options, null, context);
        _descent = new CoordinateDescent(penalty, _columns.Values, context.Cancellation);
        _problem = new ScreenedProblem(_columns.Values, _descent, options.Intercept, context);
        _coefficients = new double[data.Columns.Length];
        _slopes = new double[_coefficients.Length];
        _probabilities = new double[data.Rows];
        _weights = new double[data.Rows];
        _residuals = new double[data.Rows];
        var positive = TensorPrimitives.Dot<double>(_shares, _outcome);
        LikelihoodBounds.CheckShare(positive, 2);
        LikelihoodBounds.CheckShare(1 - positive, 1);
        var start = options.Intercept ? positive : 0.5;
        _intercept = Math.Log(start / (1 - start));
        _bounds = new LikelihoodBounds(-(_intercept * positive + Math.Log(1 - start)));
        Array.Fill(_probabilities, start);
        Linearize();
        _descent.Slopes(_residuals, _slopes, context.Work);
    }

    /// <inheritdoc/>
    public double Unit => 1;

    /// <inheritdoc/>
    public double LargestLambda => _penalty.Largest(_slopes);

    /// <inheritdoc/>
    public double Explained => _bounds.Explained(Deviance());

    /// <inheritdoc/>
    public bool JudgesGainRelatively => false;

    /// <inheritdoc/>
    public bool IsAtEnd => _total <= LikelihoodBounds.LeastTotal;

    /// <inheritdoc/>
    public bool Solve(double lambda, double previous)
    {
        _descent.Screen(k => _penalty.MayEnter(k, _slopes[k], lambda, previous));
        while (true)
        {
            var (intercept, coefficients) = (_intercept, (double[])_coefficients.Clone());
            var problem = _problem.Of(_weights, _residuals, _total);
            if (!_descent.Settle(problem, _coefficients, ref _intercept, lambda, _bounds.Threshold, resume: false)) return false;
            Predict();
            Linearize();
            if (IsAtEnd) return true;
            if (_total * Square(_intercept - intercept) > _bounds.Threshold) continue;
            if (_descent.Active.Exists(k => problem.Curvature(k) * Square(_coefficients[k] - coefficients[k]) > _bounds.Threshold)) continue;
            _descent.Slopes(_residuals, _slopes, _context.Work);
            if (!_descent.Screen(k => _penalty.IsViolated(k, _slopes[k], lambda))) return true;
        }
    }

    /// <inheritdoc/>
    public LinearPredictor[] Predictors()
    {
        var (intercept, coefficients) = _columns.Restore(_intercept, _coefficients);
        return [new LinearPredictor(intercept, coefficients)];
    }

    void Predict()
    {
        ActivePredictor.Compute(_columns.Values, _descent.Active, _intercept, _coefficients, _probabilities, _context);
        _context.Work.ForChunks(_probabilities.Length, ActivePredictor.ChunkRows, (_, start, end) =>
        {
            var part = _probabilities.AsSpan(start, end - start);
            TensorPrimitives.Negate(part, part);
            TensorPrimitives.Exp(part, part);
            for (var i = 0; i < part.Length; i++)
                part[i] = part[i] > LikelihoodBounds.MostOdds ? 0 : part[i] < 1 / LikelihoodBounds.MostOdds ? 1 : 1 / (1 + part[i]);
        });
    }

    // The weights and residuals of the quadratic that the likelihood looks like from here.
    void Linearize()
    {
        for (var i = 0; i < _outcome.Length; i++)
        {
            var (share, probability) = (_shares[i], _probabilities[i]);
            _weights[i] = share * probability * (1 - probability);
            _residuals[i] = share * (_outcome[i] - probability);
        }
        _total = TensorPrimitives.Sum<double>(_weights);
    }

    double Deviance()
    {
        var sum = 0.0;
        for (var i = 0; i < _outcome.Length; i++)
        {
            var probability = Math.Clamp(_probabilities[i], LikelihoodBounds.LeastProbability, 1 - LikelihoodBounds.LeastProbability);
            sum -= _shares[i] * Math.Log(_outcome[i] == 1 ? probability : 1 - probability);
        }
        return sum;
    }

    static double Square(double value) => value * value;
}
