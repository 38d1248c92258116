using Rtemis.Benchmarks.Cases;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Benchmarks.Unsupervised;

/// <summary>
/// A made-up table without an outcome, the same in every run: ten groups of cases around middles that are normal, three factors that all columns share,
/// and normal noise of 0.5 around them.
/// </summary>
sealed class GroupsTable
{
    const int Seed = 20_261_127;
    const int Groups = 10;
    const int Factors = 3;
    const double Noise = 0.5;

    readonly double[][] _columns;

    /// <param name="rows">The cases.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="spread">The standard deviation of the groups' middles.</param>
    /// <param name="positive">Whether columns are shifted so that none has a number below 0.</param>
    public GroupsTable(int rows, int columns, double spread, bool positive)
    {
        var random = new System.Random(Seed);
        double[][] Normal(int count, int each, double deviation) =>
            [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, each).Select(_ => deviation * random.NextNormal()).ToArray())];
        var (middles, weights) = (Normal(Groups, columns, spread), Normal(Factors, columns, 1));
        _columns = [.. Enumerable.Range(0, columns).Select(_ => new double[rows])];
        for (var i = 0; i < rows; i++)
        {
            var middle = middles[random.Next(Groups)];
            var factors = Normal(1, Factors, 1)[0];
            for (var j = 0; j < columns; j++)
                _columns[j][i] = middle[j] + factors.Select((f, l) => f * weights[l][j]).Sum() + Noise * random.NextNormal();
        }
        if (positive) _columns = Array.ConvertAll(_columns, FromZero);
    }

    public NumericFrame Data => NumericFrame.From(new Table([.. _columns.Select((c, j) => new DoubleColumn($"x{j + 1}", c))], _columns[0].Length));

    /// <summary>Writes what R reads, with zeros for an outcome.</summary>
    public void Write(string path) => TableFile.Write(path, _columns, new double[_columns[0].Length]);

    static double[] FromZero(double[] column)
    {
        var least = column.Min();
        return Array.ConvertAll(column, v => v - least);
    }
}
