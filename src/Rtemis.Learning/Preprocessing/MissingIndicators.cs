using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Tells which values are missing.</summary>
static class MissingIndicators
{
    /// <summary>
    /// Adds a factor of the levels 0 and 1, as far as they occur, for each column that misses any; a column that has its name is replaced by it.
    /// </summary>
    public static IReadOnlyList<Column> Add(IReadOnlyList<Column> columns)
    {
        List<Column> all = [.. columns];
        foreach (var column in columns.Where(MissingCells.Any))
        {
            var indicator = Of(column);
            var same = all.FindIndex(c => c.Name == indicator.Name);
            if (same >= 0) all[same] = indicator;
            else all.Add(indicator);
        }
        return all;
    }

    static FactorColumn Of(Column column)
    {
        var missing = MissingCells.Of(column);
        string[] levels = missing.Contains(false) ? ["0", "1"] : ["1"];
        return new FactorColumn($"{column.Name}_missing", Array.ConvertAll(missing, m => m ? levels.Length - 1 : 0), levels);
    }
}
