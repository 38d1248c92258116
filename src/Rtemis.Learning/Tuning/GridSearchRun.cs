using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Random;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tuning;

/// <summary>
/// Fits every combination of hyperparameters to every resample, in parallel, and picks the combination that predicts the cases held out best.
/// </summary>
sealed class GridSearchRun
{
    const string Stage = "tune_GridSearch";

    // Each has a step in the timeline.
    const long MostFits = 1_000_000;

    readonly TrainingPlan _plan;
    readonly HyperparameterSearch _search;
    readonly SupervisedData _data;
    readonly TuningGrid _grid;
    readonly IReadOnlyList<OuterResample> _resamples;
    readonly RunContext _context;

    GridSearchRun(TrainingPlan plan, SupervisedData data, TuningGrid grid, IReadOnlyList<OuterResample> resamples, RunContext context)
    {
        _plan = plan;
        _search = plan.Search!;
        _data = data;
        _grid = grid;
        _resamples = resamples;
        _context = context;
    }

    /// <param name="plan">The run, which has a search.</param>
    /// <param name="data">The cases to learn from.</param>
    /// <param name="context">The search's step. The combinations and resamples are drawn from its numbers, as in rtemis, unless they have a seed.</param>
    /// <exception cref="LearningException">The data don't allow it, or every fit failed.</exception>
    public static TuningResult Run(TrainingPlan plan, SupervisedData data, RunContext context)
    {
        var config = plan.Search!.Config;
        var metric = TunedMetric.For(config, data);
        var grid = TuningGrid.Of(plan.Search.Hyperparameters);
        if (config.IsRandomized) grid = grid.Sample(config.Tried(grid.Rows.Count), context.Random);
        TuningAnnouncement.Tell(plan, data, context);
        var resamples = Resampler.Draw(config.Resampler, new Table([.. data.Features, data.Outcome], data.Rows), context).Resamples;
        var run = new GridSearchRun(plan, data, grid, resamples, context);
        return run.Pick(metric, run.Fit());
    }

    GridCell[] Fit()
    {
        var fits = (long)_grid.Rows.Count * _resamples.Count;
        if (fits > MostFits) throw new LearningException("rtemis_value_error", $"The search takes {fits} fits; at most {MostFits} can be made.");
        var total = (int)fits;
        var counter = _context.Count("Tuning", "tune", total);
        // Each fit has a stream of its own, so that none shifts the numbers of another.
        var random = LEcuyerCmrg.Streams(_plan.Seed, total);
        var cells = new GridCell[total];
        // Where a failure ends the run it is the first one's, whatever the order in which threads come to them.
        var end = _context.Work.ForWhile(total, i =>
        {
            cells[i] = Fit(i, _context.Apart(random[i]));
            counter.Advance();
            return cells[i].Failure is null || _plan.OnFailure != FailurePolicy.Stop;
        });
        if (end < total) throw cells[end].Failure!;
        counter.Complete();
        return cells;
    }

    GridCell Fit(int index, RunContext context)
    {
        var started = Now;
        // As in rtemis, a fit is a run with a seed of its own and the default for failures: what is searched inside of it goes by them.
        var own = _plan with { Seed = (uint)(context.Random.NextIndex(int.MaxValue) + 1), OnFailure = FailurePolicy.Continue };
        try
        {
            var (plan, _) = _search.Settle(own, _grid.Values(index / _resamples.Count));
            var resample = _resamples[index % _resamples.Count];
            var held = _data.SelectRows(resample.TestRows(_data.Rows), context);
            var (training, validation, found) = ModelFit.Score(plan, _data.SelectRows(resample.TrainingRows, context), held, context);
            return new GridCell(training.Overall, validation.Overall, started, Now) { Found = found };
        }
        catch (LearningException failure)
        {
            return new GridCell(null, null, started, Now, failure);
        }
    }

    TuningResult Pick(TunedMetric metric, GridCell[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var label = $"#{i + 1} (resample {i % _resamples.Count + 1})";
            _context.AddEnded("grid_cell", label, cells[i].StartedAt, cells[i].EndedAt, cells[i].Failure is not null);
        }
        var failed = cells.Count(c => c.Failure is not null);
        if (failed == cells.Length)
        {
            throw new LearningException(
                "rtemis_runtime_error",
                $"All {failed} tuning grid cells failed; cannot select hyperparameters. First failure: {cells[0].Failure!.Message}");
        }
        var (training, validation) = (Aggregate(cells, c => c.Training), Aggregate(cells, c => c.Validation));
        var grid = _grid.Fill((row, name) => Found(cells, row, name));
        var values = metric.Best(validation) is { } best ? grid.Values(best).ToList() : Undecided(metric, failed, cells.Length);
        var hyperparameters = _search.Settle(_plan, values).Hyperparameters;
        _context.Say($"Best config to {(metric.Maximize ? "maximize" : "minimize")} {metric.Name}:", Stage);
        _context.Say("</> Tuning done.", Stage);
        return new TuningResult(metric.Resolve(_search.Config), grid, training, validation, values, hyperparameters);
    }

    MetricRow[] Aggregate(GridCell[] cells, Func<GridCell, MetricRow?> pick)
    {
        var names = cells.Select(pick).First(r => r is not null)!.Names;
        var rows = new MetricRow[_grid.Rows.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var values = names.Select((_, m) => Aggregate(cells, i, c => pick(c)?.Values[m] ?? double.NaN));
            rows[i] = new MetricRow(names, [.. values]);
        }
        return rows;
    }

    double Aggregate(GridCell[] cells, int row, Converter<GridCell, double> pick) => NamedAggregate.Of(
        _search.Config.Values.Text("metrics_aggregate_fn"), Array.ConvertAll(cells[(row * _resamples.Count)..((row + 1) * _resamples.Count)], pick));

    // What the fits of a combination found, made one.
    ParameterValue Found(GridCell[] cells, int row, string name)
    {
        var value = Aggregate(cells, row, c => c.FoundNumber(name));
        if (double.IsNaN(value)) return ParameterValue.Null;
        var whole = _search.Hyperparameters.Set.Specs.First(s => s.Name == name).Kind == ParameterKind.Integer;
        return whole ? new ParameterValue.Integer((int)Math.Round(value, MidpointRounding.ToEven)) : new ParameterValue.Number(value);
    }

    // Every hyperparameter is left unset, where it can be.
    List<KeyValuePair<string, ParameterValue>> Undecided(TunedMetric metric, int failed, int all)
    {
        var problem =
            $"No hyperparameter combination could be scored on {metric.Name} across every inner resample ({failed} of {all} grid cells failed), so tuning " +
            "cannot select a winner. Check for resamples that lack a class or have too few cases.";
        List<KeyValuePair<string, ParameterValue>> unset = [.. _grid.Names.Select(n => KeyValuePair.Create(n, ParameterValue.Null))];
        try
        {
            _search.Settle(_plan, unset);
        }
        catch (LearningException refused)
        {
            throw new LearningException(refused.Condition, $"{problem}\n{refused.Message}", refused);
        }
        _context.Say($"! {problem} Every tuned hyperparameter is left unset.", level: TextLevel.Warn);
        return unset;
    }

    double Now => _context.Timeline.Elapsed.TotalMilliseconds;
}
