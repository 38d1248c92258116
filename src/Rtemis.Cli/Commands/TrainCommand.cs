using System.CommandLine;
using Rtemis.Cli.Requests;
using Rtemis.Cli.Tables;
using Rtemis.Client;
using Rtemis.Data;

namespace Rtemis.Cli.Commands;

/// <summary><c>train</c>: learns a supervised model.</summary>
sealed class TrainCommand
{
    readonly JobOptions _job = new();
    readonly Option<string?> _outcome = new("--outcome") { Description = "The column to predict (default: the last).", HelpName = "COLUMN" };
    readonly Option<string[]> _features = new("--features") { Description = "The columns to predict from, with commas (default: all others).", HelpName = "COLUMNS" };
    readonly Option<string> _algorithm = new("--algorithm") { Description = "The algorithm; `algorithms` lists them.", HelpName = "NAME", Required = true };
    readonly Option<string[]> _set = new("--set") { Description = "A hyperparameter; several times for several.", HelpName = "NAME=VALUE" };
    readonly Option<string[]> _tune = new("--tune") { Description = "Values of a hyperparameter to search over.", HelpName = "NAME=VALUE,VALUE" };
    readonly Option<string?> _resample = new("--resample") { Description = "How cases are held out to test: kfold:10, stratsub:10,train_p=0.75, stratboot, bootstrap, loocv.", HelpName = "TYPE:N" };
    readonly Option<string?> _inner = new("--tune-resample") { Description = "How cases are held out in the search (default kfold:5).", HelpName = "TYPE:N" };
    readonly Option<string[]> _search = new("--tuner") { Description = "An option of the search, e.g. metric=auc or search_type=randomized.", HelpName = "NAME=VALUE" };
    readonly Option<string[]> _preprocess = new("--preprocess") { Description = "An option of preprocessing within each fit, e.g. impute=true or scale=true.", HelpName = "NAME=VALUE" };
    readonly Option<string?> _decompose = new("--decompose") { Description = "A decomposition whose components take the place of features within each fit.", HelpName = "NAME" };
    readonly Option<string[]> _decomposeSet = new("--decompose-set") { Description = "An option of that decomposition.", HelpName = "NAME=VALUE" };
    readonly Option<string?> _weights = new("--weights") { Description = "The column of case weights.", HelpName = "COLUMN" };
    readonly Option<string?> _positive = new("--positive-class") { Description = "The class to be called positive, of two.", HelpName = "CLASS" };
    readonly Option<int?> _seed = new("--seed") { Description = "Makes the run repeatable.", HelpName = "NUMBER" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var it = new TrainCommand();
        var command = new Command("train", "Learns a supervised model, tests it on cases that were held out where --resample says how, and keeps it for `predict` where not.");
        foreach (var option in (Option[])[
            it._outcome, it._features, it._algorithm, it._set, it._tune, it._resample, it._inner, it._search, it._preprocess, it._decompose, it._decomposeSet,
            it._weights, it._positive, it._seed])
            command.Options.Add(option);
        it._job.AddTo(command);
        command.Do((parse, cancellation) => it._job.RunAsync(
            parse, (place, table, display) => place.RunAsync(it.Request(parse), it.Arranged(parse, table, cancellation), display, cancellation), cancellation));
        return command;
    }

    TrainRequest Request(ParseResult parse)
    {
        var hyperparameters = NamedValues.Parse(_set.Name, parse.GetValue(_set) ?? []);
        NamedValues.AddCandidates(hyperparameters, _tune.Name, parse.GetValue(_tune) ?? []);
        var search = NamedValues.Parse(_search.Name, parse.GetValue(_search) ?? []);
        var inner = parse.GetValue(_inner) is { } held ? ResamplingText.Parse(_inner.Name, held) : null;
        var preprocessing = NamedValues.Parse(_preprocess.Name, parse.GetValue(_preprocess) ?? []);
        return new TrainRequest(parse.GetRequiredValue(_algorithm))
        {
            Hyperparameters = hyperparameters,
            Search = inner is null && search.Count == 0 ? null : new GridSearch { Resampling = inner, Further = search },
            OuterResampling = parse.GetValue(_resample) is { } outer ? ResamplingText.Parse(_resample.Name, outer) : null,
            Preprocessing = preprocessing.Count > 0 ? preprocessing : null,
            Decomposition = Decomposition(parse),
            Weights = parse.GetValue(_weights),
            PositiveClass = parse.GetValue(_positive),
            Execution = parse.GetValue(_seed) is { } seed ? new Execution { Seed = seed } : null,
            Question = parse.GetValue(_job.Question),
            Engine = parse.GetValue(_job.Engine),
        };
    }

    DecompositionStep? Decomposition(ParseResult parse)
    {
        var options = parse.GetValue(_decomposeSet) ?? [];
        if (parse.GetValue(_decompose) is { } name) return new DecompositionStep(name) { Options = NamedValues.Parse(_decomposeSet.Name, options) };
        return options.Length == 0 ? null : throw new UsageException($"{_decomposeSet.Name} '{options[0]}': of which decomposition, says {_decompose.Name}.");
    }

    // The outcome is the last column; weights are a column, but no feature.
    NamedTable Arranged(ParseResult parse, NamedTable named, CancellationToken cancellation)
    {
        var table = named.Table;
        var outcome = parse.GetValue(_outcome) ?? table.Columns[^1].Name;
        Require(table, _outcome, outcome);
        var weights = parse.GetValue(_weights);
        if (weights is not null) Require(table, _weights, weights);
        var features = ColumnList.Parse(parse.GetValue(_features)) ?? [.. table.Columns.Select(c => c.Name).Where(n => n != weights)];
        foreach (var feature in features) Require(table, _features, feature);
        string[] order = [.. features.Where(f => f != outcome), .. weights is null ? (string[])[] : [weights], outcome];
        return named with { Table = TableArrangement.Of(table, [.. order.Distinct().Select(n => new ColumnChoice(n))], cancellation) };
    }

    static void Require(Table table, Option option, string name)
    {
        if (table.Find(name) is null)
            throw new UsageException($"{option.Name} '{name}': the table has no such column, but {string.Join(", ", table.Columns.Take(20).Select(c => c.Name))}.");
    }
}
