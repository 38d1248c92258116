using System.Numerics.Tensors;
using Rtemis.Learning.Supervised.Mars;

namespace Rtemis.Learning.Tests.Supervised.Mars;

/// <summary>The sums that are carried from knot to knot against those of each hinge for itself.</summary>
public class KnotScanTests
{
    const double Tolerance = 1e-10;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9, 2, 2)]
    [InlineData(20, 5, 3)]
    public void Carries_what_each_hinge_has_of_its_own(int columns, int step, int seed)
    {
        const int Rows = 120;
        var random = new System.Random(seed);
        double[] Draw() => [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble() * 2 - 1)];
        var basis = new OrthonormalColumns(Rows);
        for (var c = 0; c < columns; c++) basis.Add(Draw());
        var tiles = new ColumnTiles(Rows);
        foreach (var column in basis.Columns.Skip(1)) tiles.Add(column);
        var response = basis.Rest(Draw());
        // Values that repeat, and a parent that is 0 for half of the cases.
        double[] x = [.. Draw().Select(v => Math.Round(v, 1))];
        double[] parent = [.. Draw().Select(v => Math.Max(0, v))];
        int[] order = [.. Enumerable.Range(0, Rows).OrderBy(i => x[i])];
        var products = new double[tiles.Room];
        for (var c = 0; c < columns; c++) products[c] = TensorPrimitives.Dot<double>(response, basis.Columns[c + 1]);

        var scan = new KnotScan(Rows, 1);
        scan.Run(new KnotLine(x, order, parent), new KnotSpan(3, step, 4), new KnotTarget(tiles, [response], [products], true), null);

        Assert.NotEmpty(scan.Knots.ToArray());
        for (var k = 0; k < scan.Knots.Length; k++)
        {
            var knot = scan.Knots[k];
            double[] hinge = [.. x.Select((v, i) => parent[i] * Math.Max(0, v - knot.X))];
            var rest = basis.Rest(hinge);
            Assert.Equal(TensorPrimitives.SumOfSquares<double>(rest), knot.Rest, Tolerance);
            Assert.Equal(TensorPrimitives.Dot<double>(rest, response), scan.Product(k, 0), Tolerance);
        }
    }
}
