using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// Several classes, by the likelihood of the symmetric multinomial model: a quadratic of one class at a time, in turns. What all classes' coefficients
/// of a column share changes no probability and is moved to where it is penalized least.
/// </summary>
sealed class MultinomialFamily : IElasticNetFamily
{
    readonly ElasticNetPenalty _penalty;
    readonly StandardColumns _columns;
    readonly RunContext _context;
    readonly CoordinateDescent _descent;
    readonly ScreenedProblem _problem;
    readonly LikelihoodBounds _bounds;
    readonly ClassOdds _odds;
    readonly double[] _slopes;
    readonly double[] _intercepts;
    readonly double[][] _coefficients;
    readonly double[] _weights;
    readonly double[] _residuals;

    /// <exception cref="LearningException">A class has no weight, or all columns are constant.</exception>
    public MultinomialFamily(ElasticNetData data, ElasticNetPenalty penalty, GlmnetParameters options, RunContext context)
    {
        _penalty = penalty;
        _context = context;
        var shares = data.Shares();
        _columns = new StandardColumns(data.Columns, shares, options, null, context);
        _descent = new CoordinateDescent(penalty, _columns.Values, context.Cancellation);
        _problem = new ScreenedProblem(_columns.Values, _descent, options.Intercept, context);
        _slopes = new double[data.Columns.Length];
        _coefficients = [.. Enumerable.Range(0, data.Classes).Select(_ => new double[_slopes.Length])];
        _weights = new double[data.Rows];
        _residuals = new double[data.Rows];
        var logs = LogShares(data, shares);
        var nullDeviance = options.Intercept ? -logs.Sum(log => Math.Exp(log) * log) : Math.Log(data.Classes);
        _bounds = new LikelihoodBounds(nullDeviance);
        var mean = logs.Average();
        _intercepts = Array.ConvertAll(logs, log => options.Intercept ? log - mean : 0);
        _odds = new ClassOdds(data.Outcome, shares, _intercepts, context);
        UpdateSlopes();
    }

    /// <inheritdoc/>
    public double Unit => 1;

    /// <inheritdoc/>
    public double LargestLambda => _penalty.Largest(_slopes);

    /// <inheritdoc/>
    public double Explained => _bounds.Explained(_odds.Deviance());

    /// <inheritdoc/>
    public bool JudgesGainRelatively => false;

    /// <inheritdoc/>
    public bool IsAtEnd { get; private set; }

    /// <inheritdoc/>
    public bool Solve(double lambda, double previous)
    {
        _descent.Screen(k => _penalty.MayEnter(k, _slopes[k], lambda, previous));
        IsAtEnd = true;
        while (true)
        {
            var settled = true;
            for (var c = 0; c < _coefficients.Length; c++)
                if (!SolveClass(c, lambda, ref settled)) return false;
            Recentre();
            if (IsAtEnd) return true;
            if (!settled) continue;
            UpdateSlopes();
            if (!_descent.Screen(k => _penalty.IsViolated(k, _slopes[k], lambda))) return true;
        }
    }

    /// <inheritdoc/>
    public LinearPredictor[] Predictors()
    {
        var own = _coefficients.Select((b, c) => _columns.Restore(_intercepts[c], b)).ToArray();
        var mean = own.Average(o => o.Intercept);
        return [.. own.Select(o => new LinearPredictor(o.Intercept - mean, o.Coefficients))];
    }

    // Whether it has settled is asked only where all classes before it have, as in glmnet.
    bool SolveClass(int c, double lambda, ref bool settled)
    {
        var total = _odds.Linearize(c, _weights, _residuals);
        if (total <= LikelihoodBounds.LeastTotal) return true;
        IsAtEnd = false;
        var own = _coefficients[c];
        var (intercept, before) = (_intercepts[c], (double[])own.Clone());
        var problem = _problem.Of(_weights, _residuals, total);
        if (!_descent.Settle(problem, own, ref _intercepts[c], lambda, _bounds.Threshold, resume: false)) return false;
        settled = settled && total * Square(_intercepts[c] - intercept) <= _bounds.Threshold
            && !_descent.Active.Exists(k => problem.Curvature(k) * Square(own[k] - before[k]) > _bounds.Threshold);
        _odds.Update(c, (start, target) => ActivePredictor.Compute(_columns.Values, _descent.Active, _intercepts[c], own, start, target));
        return true;
    }

    void Recentre()
    {
        var mean = _intercepts.Average();
        for (var c = 0; c < _intercepts.Length; c++) _intercepts[c] -= mean;
        var shifts = new double[_slopes.Length];
        foreach (var k in _descent.Active)
        {
            double[] row = [.. _coefficients.Select(b => b[k])];
            shifts[k] = -(_penalty.Penalizes(k) ? SharedShift.Of(row, _penalty.Alpha) : row.Average());
            foreach (var own in _coefficients) own[k] += shifts[k];
        }
        _odds.Scale((start, target) => ActivePredictor.Compute(_columns.Values, _descent.Active, -mean, shifts, start, target));
    }

    // The largest of all classes.
    void UpdateSlopes()
    {
        Array.Clear(_slopes);
        var own = new double[_slopes.Length];
        for (var c = 0; c < _coefficients.Length; c++)
        {
            _odds.Residuals(c, _residuals);
            _descent.Slopes(_residuals, own, _context.Work);
            TensorPrimitives.Max(_slopes, own, _slopes);
        }
    }

    static double[] LogShares(ElasticNetData data, double[] shares)
    {
        var sums = new double[data.Classes];
        for (var i = 0; i < data.Rows; i++) sums[(int)data.Outcome[i]] += shares[i];
        for (var c = 0; c < sums.Length; c++) LikelihoodBounds.CheckShare(sums[c], c + 1);
        return Array.ConvertAll(sums, Math.Log);
    }

    static double Square(double value) => value * value;
}
