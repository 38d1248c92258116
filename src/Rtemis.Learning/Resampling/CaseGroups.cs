using Rtemis.Data;

namespace Rtemis.Learning.Resampling;

/// <summary>Cases that share an id and are drawn as one.</summary>
sealed class CaseGroups
{
    readonly int[] _groupOf;

    CaseGroups(int[] groupOf, int[] firstRows)
    {
        _groupOf = groupOf;
        FirstRows = firstRows;
    }

    /// <summary>The first case of each group, in order; it stands for the group's values.</summary>
    public int[] FirstRows { get; }

    /// <summary>Groups by a column's values; missing cells are one group.</summary>
    public static CaseGroups By(Column ids)
    {
        var groups = new Dictionary<double, int>();
        var firstRows = new List<int>();
        var groupOf = new int[ids.Length];
        var values = ColumnNumbers.Of(ids).Span;
        for (var row = 0; row < groupOf.Length; row++)
        {
            if (!groups.TryGetValue(values[row], out groupOf[row]))
            {
                groups.Add(values[row], groupOf[row] = groups.Count);
                firstRows.Add(row);
            }
        }
        return new CaseGroups(groupOf, [.. firstRows]);
    }

    /// <summary>All cases of the drawn groups, ascending; one that was drawn twice counts once.</summary>
    public int[] Expand(int[] drawn)
    {
        var isDrawn = new bool[FirstRows.Length];
        foreach (var group in drawn) isDrawn[group] = true;
        var rows = new List<int>();
        for (var row = 0; row < _groupOf.Length; row++)
            if (isDrawn[_groupOf[row]]) rows.Add(row);
        return [.. rows];
    }
}
