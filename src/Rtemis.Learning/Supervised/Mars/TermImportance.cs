namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// How often the best subsets of growing size use a column, and how much the criterion and the residual sum of squares fall on the way. Source: S. Milborrow,
/// "Notes on the earth package", chapter on variable importance.
/// </summary>
static class TermImportance
{
    // What earth takes for 0.
    const double AlmostZero = 1e-10;

    sealed record Row(string Name, int Subsets, double Gcv, double Rss);

    /// <summary>A row for each column, the most important first.</summary>
    /// <param name="names">The columns' names.</param>
    /// <param name="pruned">The subsets.</param>
    /// <param name="size">The size of the chosen one.</param>
    public static VariableImportance Of(IReadOnlyList<string> names, PrunedTerms pruned, int size)
    {
        var rows = names.Select((name, column) => Count(name, column, pruned, size))
            .OrderByDescending(r => r.Subsets).ThenByDescending(r => r.Gcv).ToList();
        return new VariableImportance(
            [.. rows.Select(r => r.Name)],
            [
                new ImportanceMeasure("importance", Share([.. rows.Select(r => r.Gcv)])),
                new ImportanceMeasure("rss", Share([.. rows.Select(r => r.Rss)])),
                new ImportanceMeasure("subset_proportion", [.. rows.Select(r => size > 1 ? r.Subsets / (size - 1.0) : 0)]),
            ]);
    }

    static Row Count(string name, int column, PrunedTerms pruned, int size)
    {
        var row = new Row(name, 0, 0, 0);
        for (var s = 2; s <= Math.Min(size, pruned.Subsets.Most); s++)
        {
            if (!Array.Exists(pruned.Subsets.Terms(s), t => pruned.All[t].Uses(column))) continue;
            var gcv = Floor(pruned.Gcv[s - 2]) - Floor(pruned.Gcv[s - 1]);
            var rss = Floor(pruned.Subsets.Rss(s - 1)) - Floor(pruned.Subsets.Rss(s));
            row = row with { Subsets = row.Subsets + 1, Gcv = row.Gcv + gcv, Rss = row.Rss + rss };
        }
        return row;
    }

    static double Floor(double value) => value < AlmostZero ? 0 : value;

    // The root of the share in the largest one, in percent; a single column keeps its figure, as in earth.
    static double[] Share(double[] values)
    {
        var most = values.Max(Math.Abs);
        return most == 0 || values.Length == 1 ? values : Array.ConvertAll(values, v => 100 * (v < 0 ? -1 : 1) * Math.Sqrt(Math.Abs(v) / most));
    }
}
