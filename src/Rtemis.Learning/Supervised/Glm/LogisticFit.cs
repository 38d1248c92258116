using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// Logistic regression by iteratively reweighted least squares, with the starts, guards and stopping rule of R's <c>glm.fit</c>. Source: P.
/// McCullagh and J. A. Nelder, "Generalized Linear Models", 1989, section 2.5; the R documentation of <c>glm</c> and <c>glm.control</c>.
/// </summary>
sealed class LogisticFit
{
    const int ChunkRows = 4096;
    const int MostIterations = 25;
    const double Epsilon = 1e-8;

    readonly DesignMatrix _design;
    readonly double[] _outcome;
    readonly double[] _weights;
    readonly RunContext _context;
    readonly double[] _working;
    readonly double[] _rootWeights;
    double[] _predictor;
    readonly double[] _probability;

    /// <param name="design">The design matrix.</param>
    /// <param name="outcome">1 for the positive class, else 0.</param>
    /// <param name="weights">One weight a case.</param>
    /// <param name="context">The run.</param>
    public LogisticFit(DesignMatrix design, double[] outcome, double[] weights, RunContext context)
    {
        _design = design;
        _outcome = outcome;
        _weights = weights;
        _context = context;
        _working = new double[outcome.Length];
        _rootWeights = new double[outcome.Length];
        _predictor = new double[outcome.Length];
        _probability = new double[outcome.Length];
    }

    /// <summary>Whether the deviance settled.</summary>
    public bool Converged { get; private set; }

    /// <summary>Whether a fitted probability is 0 or 1 but for rounding, as when the classes can be told apart without error.</summary>
    public bool IsSeparating => Array.Exists(_probability, p => p is < 10 * LogitLink.Epsilon or > 1 - 10 * LogitLink.Epsilon);

    /// <summary>Estimates the coefficients; without convergence, those of the last step.</summary>
    /// <exception cref="LearningException">No step gives a finite deviance, or a number is not finite.</exception>
    public LinearSolution Run()
    {
        Start();
        var deviance = Deviance();
        LinearSolution? last = null;
        for (var iteration = 0; iteration < MostIterations && !Converged; iteration++)
        {
            Linearize();
            var step = LeastSquares.Solve(_design, _working, _rootWeights, _context);
            var before = deviance;
            (last, deviance) = Take(step, last);
            Converged = Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < Epsilon;
        }
        return last!;
    }

    void Start()
    {
        for (var i = 0; i < _outcome.Length; i++)
        {
            var probability = (_weights[i] * _outcome[i] + 0.5) / (_weights[i] + 1);
            _probability[i] = probability;
            _predictor[i] = Math.Log(probability / (1 - probability));
        }
    }

    // The least squares problem that the likelihood looks like from here.
    void Linearize() => _context.Work.ForChunks(_outcome.Length, ChunkRows, (_, start, end) =>
    {
        for (var i = start; i < end; i++)
        {
            var (predictor, probability) = (_predictor[i], _probability[i]);
            var slope = LogitLink.Slope(predictor);
            _working[i] = predictor + (_outcome[i] - probability) / slope;
            _rootWeights[i] = Math.Sqrt(_weights[i] * (slope * slope) / (probability * (1 - probability)));
        }
    });

    // A step to where the deviance is not finite is halved until it is.
    (LinearSolution Taken, double Deviance) Take(LinearSolution step, LinearSolution? last)
    {
        var deviance = Move(step);
        for (var halvings = 0; !double.IsFinite(deviance); halvings++)
        {
            if (last is null)
            {
                throw new LearningException(
                    "simpleError", "no valid set of coefficients has been found: please supply starting values");
            }
            if (halvings == MostIterations) throw new LearningException("simpleError", "inner loop 1; cannot correct step size");
            var from = last.Coefficients;
            step = step with { Coefficients = [.. step.Coefficients.Select((to, i) => double.IsNaN(from[i]) ? to : (to + from[i]) / 2)] };
            deviance = Move(step);
        }
        return (step, deviance);
    }

    double Move(LinearSolution step)
    {
        _predictor = _design.Times(step.Coefficients, _context.Work);
        _context.Work.ForChunks(_outcome.Length, ChunkRows, (_, start, end) =>
        {
            for (var i = start; i < end; i++) _probability[i] = LogitLink.Inverse(_predictor[i]);
        });
        return Deviance();
    }

    double Deviance()
    {
        var sums = new double[Parallel.WorkSplit.Chunks(_outcome.Length, ChunkRows)];
        _context.Work.ForChunks(_outcome.Length, ChunkRows, (chunk, start, end) =>
        {
            var sum = 0.0;
            for (var i = start; i < end; i++)
                sum += 2 * _weights[i] * -Math.Log(_outcome[i] == 1 ? _probability[i] : 1 - _probability[i]);
            sums[chunk] = sum;
        });
        return sums.Sum();
    }
}
