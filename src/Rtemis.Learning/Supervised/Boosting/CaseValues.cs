using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>Features that are read case after case.</summary>
/// <param name="columns">The features.</param>
sealed class CaseValues(IReadOnlyList<CodedColumn> columns)
{
    /// <summary>The number of features.</summary>
    public int Width => columns.Count;

    /// <summary>The values of some cases, those of a case side by side.</summary>
    public double[] Read(int start, int end)
    {
        var values = new double[(end - start) * Width];
        for (var f = 0; f < Width; f++)
        {
            var column = columns[f].Values.Span[start..end];
            for (var i = 0; i < column.Length; i++) values[i * Width + f] = column[i];
        }
        return values;
    }
}
