using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// The columns of an additive model in training: intercept, factors' levels and numbers' lines, which are free, then the curves, which are penalized.
/// Lines and levels that are combinations of those before them are left out.
/// </summary>
sealed class GamDesign
{
    const int LeastSize = 3;

    // Each step of the search takes a multiple of their cube.
    const int MostColumns = 3000;

    readonly SupervisedData _data;
    readonly bool[] _kept;
    readonly Column[] _numbers;
    readonly SmoothBasis[] _bases;

    GamDesign(SupervisedData data, DesignTerm[] factors, Column[] numbers, SmoothBasis[] bases, bool[] kept, RunContext context)
    {
        (_data, Factors, _numbers, _bases, _kept) = (data, factors, numbers, bases, kept);
        var columns = Free(data, factors, numbers, bases).Where((_, i) => kept[i]).ToList();
        var blocks = new PenaltyBlock[numbers.Length];
        var curves = new CurveColumn[numbers.Length][];
        context.Work.For(numbers.Length, s =>
        {
            var values = NumericColumn.Numbers(numbers[s]);
            var knots = bases[s].Curves[0].Knots;
            var intervals = Array.ConvertAll(values.ToArray(), x => NaturalSpline.Interval(knots, x));
            curves[s] = Array.ConvertAll(bases[s].Curves, curve => new CurveColumn(values, intervals, curve));
        });
        for (var s = 0; s < numbers.Length; s++)
        {
            blocks[s] = new PenaltyBlock(columns.Count, curves[s].Length);
            columns.AddRange(curves[s]);
        }
        Columns = new DesignMatrix([.. columns], data.Rows);
        Blocks = blocks;
    }

    /// <summary>The factors' terms.</summary>
    public DesignTerm[] Factors { get; }

    /// <summary>The columns.</summary>
    public DesignMatrix Columns { get; }

    /// <summary>The curves' columns, a block a feature.</summary>
    public IReadOnlyList<PenaltyBlock> Blocks { get; }

    /// <summary>The logarithms of the smoothing parameters to begin with.</summary>
    /// <param name="factor">The triangular factor of the columns with weights and a response.</param>
    public double[] FirstSmoothing(Matrix factor) => Gam.FirstSmoothing.Of(factor, Blocks, _bases);

    /// <summary>Makes the columns for data.</summary>
    /// <param name="data">The cases.</param>
    /// <param name="k">The hyperparameter.</param>
    /// <param name="rootWeights">The square roots of the case weights; null when all cases count the same.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">A feature has too few different values, or there are more columns than cases.</exception>
    public static GamDesign Of(SupervisedData data, int k, ReadOnlyMemory<double>? rootWeights, RunContext context)
    {
        if (k < LeastSize) context.Say("basis dimension, k, increased to minimum possible", level: TextLevel.Warn);
        var size = Math.Max(LeastSize, k);
        Column[] numbers = [.. data.Features.Where(NumericColumn.IsNumeric)];
        var bases = new SmoothBasis[numbers.Length];
        var knots = Array.ConvertAll(numbers, f =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            return SplineKnots.Choose(f.Name, NumericColumn.Numbers(f).Span, size);
        });
        context.Work.For(numbers.Length, s => bases[s] = SmoothBasis.Of(knots[s], size, context.Cancellation));

        var factors = data.Features.OfType<FactorColumn>().Select(DesignTerm.Learn).ToArray();
        var free = Free(data, factors, numbers, bases).ToArray();
        if (free.Length + numbers.Length * (size - 2) > data.Rows)
            throw new LearningException("simpleError", "Model has more coefficients than data");
        if (free.Length + numbers.Length * (size - 2) > MostColumns)
        {
            throw new LearningException(
                "rtemis_data_error", $"GAM would need {free.Length + numbers.Length * (size - 2)} coefficients; at most {MostColumns} can be fitted.");
        }
        var solution = LeastSquares.Solve(new DesignMatrix(free, data.Rows), OutcomeNumbers.Of(data), rootWeights, context);
        return new GamDesign(data, factors, numbers, bases, Array.ConvertAll(solution.Coefficients, c => !double.IsNaN(c)), context);
    }

    /// <summary>The model with these coefficients, one a column.</summary>
    public GamModel Model(double[] coefficients, RunContext context)
    {
        var free = new double[_kept.Length];
        var at = 0;
        for (var i = 0; i < free.Length; i++)
            if (_kept[i]) free[i] = coefficients[at++];
        var parametric = free[..(free.Length - _numbers.Length)];
        var lines = free[parametric.Length..];
        SmoothTerm[] smooths =
        [
            .. _numbers.Select((feature, s) =>
                new SmoothTerm(feature.Name, NaturalSpline.Sum(_bases[s].Curves, Blocks[s].Of(coefficients), lines[s] / _bases[s].Scale, _bases[s].Center))),
        ];
        var shares = PartialEffects.Shares(Factors, parametric, smooths, _data.Features, context);
        return new GamModel(Factors, parametric, smooths, _data.Task == TaskType.Classification, shares);
    }

    static IEnumerable<DesignColumn> Free(SupervisedData data, DesignTerm[] factors, Column[] numbers, SmoothBasis[] bases) =>
    [
        new DesignColumn.Intercept(),
        .. factors.Zip(data.Features.OfType<FactorColumn>()).SelectMany(t => t.First.Columns(t.Second)),
        .. numbers.Zip(bases, (f, basis) => new LineColumn(NumericColumn.Numbers(f), basis.Center, basis.Scale)),
    ];
}
