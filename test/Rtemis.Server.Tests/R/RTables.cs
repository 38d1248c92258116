using Rtemis.Data;

namespace Rtemis.Server.Tests.R;

/// <summary>Tables with an outcome for the tests of the R engine, the same each time.</summary>
static class RTables
{
    const int Rows = 60;

    public static Table Numbers { get; } = new([.. Tables.Random(Rows, 2).Columns, new DoubleColumn("y", Outcome())], Rows);

    public static Table Classes { get; } =
        new([.. Numbers.Columns.Take(2), new FactorColumn("class", Array.ConvertAll(Outcome(), y => y > 1.1 ? 1 : 0), ["no", "yes \u00fc"])], Rows);

    static double[] Outcome()
    {
        var noise = new Random(5);
        var columns = Tables.Random(Rows, 2).Columns.Cast<DoubleColumn>().Select(c => c.Values.ToArray()).ToArray();
        return [.. Enumerable.Range(0, Rows).Select(i => columns[0][i] + 1.2 * columns[1][i] + 0.1 * noise.NextDouble())];
    }
}
