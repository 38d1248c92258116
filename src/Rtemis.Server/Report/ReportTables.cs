using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Protocol;

namespace Rtemis.Server.Report;

/// <summary>The tables of a report, cut to what it carries.</summary>
/// <param name="Slices">Those of the result by name.</param>
/// <param name="Input">The table that the job was made of, with the same rows as the result's; or null.</param>
sealed record ReportTables(IReadOnlyDictionary<string, ReportTable> Slices, ReportTable? Input)
{
    // Of a wide table enough columns to look at the points, as the page itself tries no more of them.
    const int MostNumbers = 20;
    const int MostGroupings = 10;
    const int MostLevels = 200;

    /// <summary>Cuts the tables of a report.</summary>
    public static ReportTables Of(ReportContent content)
    {
        var input = InputOf(content);
        return new(
            content.Tables.ToDictionary(t => t.Key, t => Cut(t.Key, t.Value, input)),
            input is null ? null : ReportTable.Even(input, MostBeside(content, input)));
    }

    static ReportTable Cut(string slice, ResultTable of, Table? input) => slice switch
    {
        // Their rows belong together: some of them at a distance would tell nothing.
        ResultSlices.Timeline or ResultSlices.VariableImportance or ResultSlices.Loadings => ReportTable.First(of.Table, of.Extra),
        ResultSlices.Transformed or ResultSlices.Assignments when input is not null => ReportTable.Even(of.Table, MostBeside(of.Table, input), of.Extra),
        _ => ReportTable.Even(of.Table, ReportTable.MostRowsOf(of.Table.Columns.Count), of.Extra),
    };

    static Table? InputOf(ReportContent content)
    {
        if (content.Input is not { } input || RowsOf(content)?.Rows != input.Rows) return null;
        var numbers = input.Columns.Where(c => c is DoubleColumn or IntegerColumn).Take(MostNumbers);
        var groupings = input.Columns.Where(c => c is LogicalColumn or FactorColumn { Levels.Count: <= MostLevels }).Take(MostGroupings);
        var chosen = numbers.Concat(groupings).ToHashSet();
        return input.WithColumns(input.Columns.Where(chosen.Contains));
    }

    // The table with one row for each of the input.
    static Table? RowsOf(ReportContent content) =>
        (content.Tables.GetValueOrDefault(ResultSlices.Transformed) ?? content.Tables.GetValueOrDefault(ResultSlices.Assignments))?.Table;

    static int MostBeside(ReportContent content, Table input) => MostBeside(RowsOf(content)!, input);

    // Both are cut to the same rows.
    static int MostBeside(Table result, Table input) => Math.Min(ReportTable.MostRowsOf(result.Columns.Count), ReportTable.MostRowsOf(input.Columns.Count));
}
