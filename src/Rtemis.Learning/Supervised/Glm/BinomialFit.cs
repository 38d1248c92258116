using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// Minimises the binomial deviance by iteratively reweighted least squares. Starts from (w y + 1/2) / (w + 1); each step solves the weighted problem of
/// the working response, halves the way back while the deviance is not finite, and stops when it changes by less than 1e-8 of itself, or after 25 steps.
/// Source: P. McCullagh and J. A. Nelder, "Generalized Linear Models", 2nd edition, section 2.5; R's documentation of <c>glm.fit</c>.
/// </summary>
sealed class BinomialFit
{
    const int MaxSteps = 25;
    const double Epsilon = 1e-8;
    const int ChunkRows = 8192;

    readonly ModelMatrix _model;
    readonly bool[] _positive;
    readonly double[] _weights;
    readonly RunContext _context;
    readonly double[] _eta;
    readonly double[] _response;
    readonly double[] _roots;
    readonly double[] _deviances;

    public BinomialFit(ModelMatrix model, bool[] positive, double[] weights, RunContext context)
    {
        _model = model;
        _positive = positive;
        _weights = weights;
        _context = context;
        _eta = new double[model.Rows];
        _response = new double[model.Rows];
        _roots = new double[model.Rows];
        _deviances = new double[Parallel.WorkSplit.Chunks(model.Rows, ChunkRows)];
    }

    /// <summary>Solves.</summary>
    /// <exception cref="LearningException">No coefficients give a finite deviance.</exception>
    public LeastSquaresSolution Solve()
    {
        Start();
        var deviance = Deviance();
        LeastSquaresSolution? last = null;
        for (var step = 1; step <= MaxSteps; step++)
        {
            Weigh();
            var solution = LeastSquares.Solve(new WeightedProblem(_model, _response, _roots), _context);
            if (solution.Coefficients.Any(c => !double.IsFinite(c)))
            {
                _context.Say($"glm.fit: non-finite coefficients at iteration {step}", level: TextLevel.Warn);
                return last ?? solution;
            }
            Predict(solution.Coefficients);
            var next = HalveWhileInfinite(Deviance(), solution.Coefficients, last?.Coefficients);
            var converged = Math.Abs(next - deviance) / (Math.Abs(next) + 0.1) < Epsilon;
            (deviance, last) = (next, solution);
            if (converged) return solution;
        }
        _context.Say("glm.fit: algorithm did not converge", level: TextLevel.Warn);
        return last!.Value;
    }

    double HalveWhileInfinite(double deviance, double[] coefficients, double[]? before)
    {
        for (var halvings = 0; !double.IsFinite(deviance); halvings++)
        {
            if (before is null || halvings == MaxSteps)
                throw new LearningException("simpleError", "no valid set of coefficients has been found: please supply starting values");
            for (var j = 0; j < coefficients.Length; j++) coefficients[j] = (coefficients[j] + before[j]) / 2;
            Predict(coefficients);
            deviance = Deviance();
        }
        return deviance;
    }

    void Start() => Each((i, _) =>
    {
        var weight = _weights[i];
        _eta[i] = LogitLink.Link(((_positive[i] ? weight : 0) + 0.5) / (weight + 1));
    });

    // A case of no weight or no slope has a row of zeros: it takes no part.
    void Weigh() => Each((i, _) =>
    {
        var (mu, slope) = (LogitLink.Inverse(_eta[i]), LogitLink.Slope(_eta[i]));
        var counts = _weights[i] > 0 && slope != 0;
        _response[i] = counts ? _eta[i] + ((_positive[i] ? 1 : 0) - mu) / slope : 0;
        _roots[i] = counts ? Math.Sqrt(_weights[i] * slope * slope / (mu * (1 - mu))) : 0;
    });

    void Predict(double[] coefficients) => _context.Work.ForChunks(_eta.Length, ChunkRows, (_, first, end) =>
        _model.Multiply(coefficients, first, _eta.AsSpan(first..end), new double[end - first]));

    double Deviance()
    {
        Array.Clear(_deviances);
        Each((i, chunk) => _deviances[chunk] += _weights[i] * LogitLink.Deviance(_positive[i], LogitLink.Inverse(_eta[i])));
        return _deviances.Sum();
    }

    void Each(Action<int, int> body) => _context.Work.ForChunks(_eta.Length, ChunkRows, (chunk, first, end) =>
    {
        for (var i = first; i < end; i++) body(i, chunk);
    });
}
