using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Numbers, by least squares.</summary>
sealed class GaussianFamily : IElasticNetFamily
{
    const double Threshold = 1e-7;

    // From here on glmnet keeps residuals, and screens.
    const int ManyColumns = 500;

    readonly ElasticNetPenalty _penalty;
    readonly StandardColumns _columns;
    readonly RunContext _context;
    readonly CoordinateDescent _descent;
    readonly Quadratic _problem;
    readonly double[] _residuals;
    readonly double[] _slopes;
    readonly double[] _coefficients;
    readonly double _mean;
    readonly bool _screens;

    /// <exception cref="LearningException">The outcome or all columns are constant.</exception>
    public GaussianFamily(ElasticNetData data, ElasticNetPenalty penalty, GlmnetParameters options, RunContext context)
    {
        _penalty = penalty;
        _context = context;
        var shares = data.Shares();
        var roots = Array.ConvertAll(shares, Math.Sqrt);
        _residuals = Bring(data.Outcome, shares, roots, options.Intercept, out _mean, out var unit);
        Unit = unit;
        _columns = new StandardColumns(data.Columns, shares, options, roots, context);
        _descent = new CoordinateDescent(penalty, _columns.Values, context.Cancellation);
        _coefficients = new double[data.Columns.Length];
        _slopes = new double[_coefficients.Length];
        _screens = _coefficients.Length >= ManyColumns;
        _problem = _screens ? WithResiduals() : WithProducts();
    }

    /// <inheritdoc/>
    public double Unit { get; }

    /// <inheritdoc/>
    public double LargestLambda => _penalty.Largest(_slopes);

    /// <inheritdoc/>
    public double Explained => _descent.Gain;

    /// <inheritdoc/>
    public bool JudgesGainRelatively => true;

    /// <inheritdoc/>
    public bool IsAtEnd => false;

    /// <inheritdoc/>
    public bool Solve(double lambda, double previous)
    {
        if (_screens) _descent.Screen(k => _penalty.MayEnter(k, _slopes[k], lambda, previous));
        var intercept = 0.0;
        for (var resume = true; ; resume = false)
        {
            if (!_descent.Settle(_problem, _coefficients, ref intercept, lambda, Threshold, resume)) return false;
            UpdateSlopes();
            if (!_screens || !_descent.Screen(k => _penalty.IsViolated(k, _slopes[k], lambda))) return true;
        }
    }

    /// <inheritdoc/>
    public LinearPredictor[] Predictors()
    {
        var (intercept, coefficients) = _columns.Restore(_mean, _coefficients, Unit);
        return [new LinearPredictor(intercept, coefficients)];
    }

    ResidualQuadratic WithResiduals()
    {
        _descent.Slopes(_residuals, _slopes, _context.Work);
        return new ResidualQuadratic(_columns.Values, _residuals, _columns.Curvatures, _context.Work);
    }

    GramQuadratic WithProducts()
    {
        _descent.Screen(_ => true);
        int[] varying = [.. Enumerable.Range(0, _slopes.Length).Where(k => _descent.Screened[k])];
        var products = new ColumnProducts(_columns.Values, varying, null, _residuals, _context);
        foreach (var k in varying) _slopes[k] = Math.Abs(products.Slopes[products.Place(k)]);
        return new GramQuadratic(products, _columns.Curvatures, 0);
    }

    // Where residuals are kept only the slopes of columns that are screened out count.
    void UpdateSlopes()
    {
        if (_screens) _descent.Slopes(_residuals, _slopes, _context.Work);
        else
            for (var k = 0; k < _slopes.Length; k++)
                if (_descent.Screened[k]) _slopes[k] = Math.Abs(_problem.Slope(k));
    }

    static double[] Bring(double[] outcome, double[] shares, double[] roots, bool centre, out double mean, out double unit)
    {
        mean = centre ? TensorPrimitives.Dot<double>(shares, outcome) : 0;
        var values = new double[outcome.Length];
        TensorPrimitives.Subtract(outcome, mean, values);
        TensorPrimitives.Multiply(values, roots, values);
        unit = TensorPrimitives.Norm<double>(values);
        if (!(unit > 0)) throw new LearningException("simpleError", "y is constant; gaussian glmnet fails at standardization step");
        TensorPrimitives.Divide(values, unit, values);
        return values;
    }
}
