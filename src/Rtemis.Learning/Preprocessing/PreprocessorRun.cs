using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Preprocessing.Imputation;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Carries the steps out one after the other, each on what the one before it left, in rtemis's order.</summary>
sealed class PreprocessorRun
{
    readonly PreprocessorConfig _config;
    readonly PreprocessorValues _given;
    readonly RunContext _context;

    /// <param name="config">The options.</param>
    /// <param name="given">What is to be used; what is null is learned.</param>
    /// <param name="context">The run.</param>
    public PreprocessorRun(PreprocessorConfig config, PreprocessorValues given, RunContext context)
    {
        _config = config;
        _given = given;
        _context = context;
        Learned = new PreprocessorValues { RemovedFeatures = given.RemovedFeatures };
    }

    /// <summary>What was used: learned, or given.</summary>
    public PreprocessorValues Learned { get; private set; }

    /// <exception cref="LearningException">The columns don't allow it.</exception>
    public IReadOnlyList<Column> Transform(IReadOnlyList<Column> columns)
    {
        var (worked, excluded) = ExcludedColumns.TakeOut(columns, _config.Values.IntegersOrNull("exclude"), _context);
        worked = Remove(worked);
        worked = Convert(worked);
        worked = Fill(worked);
        worked = Encode(worked);
        return ExcludedColumns.PutBack(worked, excluded);
    }

    IReadOnlyList<Column> Remove(IReadOnlyList<Column> columns)
    {
        if (_given.RemovedFeatures is { } names) columns = ColumnRemoval.Named(columns, names);
        if (_config.Has("remove_constants")) columns = ColumnRemoval.Constants(columns, _config.Has("remove_constants_skip_missing"));
        if (_config.Values.NumberOrNull("remove_features_thres") is { } share) columns = ColumnRemoval.Missing(columns, share);
        return columns;
    }

    IReadOnlyList<Column> Convert(IReadOnlyList<Column> columns)
    {
        var values = _config.Values;
        if (_config.Has("integer2factor")) columns = Each(columns, c => c is IntegerColumn ? NumberFactor.Of(c) : c);
        if (_config.Has("numeric2factor"))
            columns = Numbers(columns, c => values.TextsOrNull("numeric2factor_levels") is { } levels ? NumberFactor.Of(c, levels) : NumberFactor.Of(c));
        if (values.Integer("unique_len2factor") is > 1 and var most) columns = Numbers(columns, c => NumberFactor.HasAtMost(c, most) ? NumberFactor.Of(c) : c);
        if (_config.Has("integer2numeric")) columns = Each(columns, c => c is IntegerColumn ? new DoubleColumn(c.Name, NumericColumn.Numbers(c)) : c);
        if (values.Integer("numeric_cut_n") is > 0 and var bins) columns = Numbers(columns, c => NumberBins.OfEqualWidth(c, bins, _config.Has("numeric_cut_labels")));
        if (values.Integer("numeric_quant_n") is > 0 and var quantiles)
            columns = Numbers(columns, c => _config.Has("numeric_quant_NAonly") && !MissingCells.Any(c) ? c : NumberBins.BetweenQuantiles(c, quantiles));
        return columns;
    }

    IReadOnlyList<Column> Fill(IReadOnlyList<Column> columns)
    {
        var values = _config.Values;
        if (_config.Has("factorNA2missing"))
            columns = Each(columns, c => c is FactorColumn factor ? FactorCoding.NameMissing(factor, values.Text("factorNA2missing_level")) : c);
        if (_config.Has("factor2integer")) columns = CodeFactors(columns);
        if (_config.Has("missingness")) columns = MissingIndicators.Add(columns);
        if (_config.Has("impute")) columns = Impute(columns);
        return columns;
    }

    IReadOnlyList<Column> Impute(IReadOnlyList<Column> columns) => _config.Values.Text("impute_type") switch
    {
        PreprocessorParameters.MissRanger => ChainedForests.Fill(columns, _config.ForestDonors, _context),
        PreprocessorParameters.MicePmm => ChainedRegressions.Fill(columns, _context),
        _ => Each(columns, c => MeanModeImputation.Fill(c, _config.Values.Text("impute_continuous"))),
    };

    IReadOnlyList<Column> Encode(IReadOnlyList<Column> columns)
    {
        if (_config.Has("scale") || _config.Has("center")) columns = Scale(columns);
        return _config.Has("one_hot") ? OneHot(columns) : columns;
    }

    IReadOnlyList<Column> CodeFactors(IReadOnlyList<Column> columns)
    {
        var levels = FactorLevels.Of(columns, _given.IntegerLevels);
        if (levels.Count == 0) return columns;
        Learned = Learned with { IntegerLevels = levels };
        var start = _config.Has("factor2integer_startat0") ? 0 : 1;
        return FactorLevels.Map(columns, levels, (factor, own) => [FactorCoding.ToIntegers(factor, own, start)]);
    }

    IReadOnlyList<Column> OneHot(IReadOnlyList<Column> columns)
    {
        var levels = FactorLevels.Of(columns, _given.OneHotLevels);
        if (levels.Count == 0) return columns;
        Learned = Learned with { OneHotLevels = levels };
        return FactorLevels.Map(columns, levels, FactorCoding.ToIndicators);
    }

    IReadOnlyList<Column> Scale(IReadOnlyList<Column> columns)
    {
        // The codes of factors are whole numbers, but no quantities.
        var coded = Learned.IntegerLevels?.Select(l => l.Key).ToHashSet();
        var numbers = columns.Where(c => NumericColumn.IsNumeric(c) && coded?.Contains(c.Name) != true).ToList();
        if (numbers.Count == 0) return columns;
        var scaling = ColumnScaling.Of(numbers, _config.Has("center"), _config.Has("scale"), _given, _context);
        Learned = Learned with { ScaleCenters = scaling.Centers, ScaleCoefficients = scaling.Coefficients };
        var positions = numbers.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        return Each(columns, c => positions.TryGetValue(c, out var i) ? scaling.Apply(c, i) : c);
    }

    Column[] Numbers(IReadOnlyList<Column> columns, Func<Column, Column> change) =>
        Each(columns, c => NumericColumn.IsNumeric(c) ? change(c) : c);

    Column[] Each(IReadOnlyList<Column> columns, Func<Column, Column> change) => [.. columns.Select(c =>
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        return change(c);
    })];
}
