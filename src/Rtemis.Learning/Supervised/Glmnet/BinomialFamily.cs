using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Two classes, by the likelihood of the logistic model: a quadratic at a time.</summary>
sealed class BinomialFamily : IElasticNetFamily
{
    static readonly ClassQuadratic Quadratic = new(LikelihoodBounds.LeastProbability, 1 - LikelihoodBounds.LeastProbability);

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

    // The probabilities, and the weights and residuals of the quadratic that the likelihood looks like from there.
    void Linearize()
    {
        CaseBlocks.Each(_outcome.Length, _context.Work, (start, end) =>
        {
            var probabilities = _probabilities.AsSpan(start, end - start);
            ActivePredictor.Compute(_columns.Values, _descent.Active, _intercept, _coefficients, start, probabilities);
            TensorPrimitives.Negate(probabilities, probabilities);
            BoundedExponential.Apply(probabilities);
            TensorPrimitives.Add(probabilities, 1, probabilities);
            TensorPrimitives.Divide(1, probabilities, probabilities);
            Quadratic.Form(probabilities, _outcome.AsSpan(start), 1, _shares.AsSpan(start), _weights.AsSpan(start), _residuals.AsSpan(start));
        });
        _total = TensorPrimitives.Sum<double>(_weights);
    }

    double Deviance()
    {
        var sum = 0.0;
        Span<double> own = stackalloc double[CaseBlocks.Rows];
        for (var start = 0; start < _outcome.Length; start += CaseBlocks.Rows)
        {
            var shares = _shares.AsSpan(start, Math.Min(CaseBlocks.Rows, _outcome.Length - start));
            var logs = own[..shares.Length];
            for (var i = 0; i < logs.Length; i++) logs[i] = _outcome[start + i] == 1 ? _probabilities[start + i] : 1 - _probabilities[start + i];
            TensorPrimitives.Clamp(logs, LikelihoodBounds.LeastProbability, 1 - LikelihoodBounds.LeastProbability, logs);
            TensorPrimitives.Log(logs, logs);
            sum -= TensorPrimitives.Dot<double>(shares, logs);
        }
        return sum;
    }

    static double Square(double value) => value * value;
}
