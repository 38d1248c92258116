using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Machines of the radial kernel over the support vectors that they have between them.</summary>
[MemoryPackable]
sealed partial class RadialDecision : SvmDecision
{
    // So many points are held against a piece of the support vectors while the piece is near the processor.
    const int ChunkRows = 8;
    const int ChunkTiles = 16;

    readonly CaseTiles _tiles;
    readonly SvmKernel _kernel;

    /// <param name="gamma">The kernel's g.</param>
    /// <param name="supports">The support vectors, rows by features.</param>
    /// <param name="members">The support vectors of each machine, by their row.</param>
    /// <param name="coefficients">What each counts.</param>
    /// <param name="offsets">What is taken off, one a machine.</param>
    public RadialDecision(double gamma, Matrix supports, int[][] members, double[][] coefficients, double[] offsets)
    {
        (Gamma, Supports, Members, Coefficients, Offsets) = (gamma, supports, members, coefficients, offsets);
        _kernel = new SvmKernel(gamma);
        _tiles = CaseTiles.Of(supports, [.. Enumerable.Range(0, supports.Rows)]);
    }

    /// <summary>The kernel's g.</summary>
    public double Gamma { get; }

    /// <summary>The support vectors, rows by features.</summary>
    public Matrix Supports { get; }

    /// <summary>The support vectors of each machine, by their row.</summary>
    public int[][] Members { get; }

    /// <summary>What each counts.</summary>
    public double[][] Coefficients { get; }

    /// <summary>What is taken off, one a machine.</summary>
    public double[] Offsets { get; }

    /// <summary>Brings together the machines' support vectors, which are rows of a table.</summary>
    public static RadialDecision Of(Matrix table, IReadOnlyList<SvmMachine> machines, double gamma)
    {
        int[] rows = [.. machines.SelectMany(m => m.Cases).Distinct().Order()];
        var places = new int[table.Rows];
        for (var i = 0; i < rows.Length; i++) places[rows[i]] = i;
        return new RadialDecision(
            gamma, table.SelectRows(rows), [.. machines.Select(m => Array.ConvertAll(m.Cases, i => places[i]))], [.. machines.Select(m => m.Coefficients)],
            [.. machines.Select(m => m.Offset)]);
    }

    /// <inheritdoc/>
    public override Matrix Values(Matrix points, WorkSplit work)
    {
        var values = new Matrix(points.Rows, Offsets.Length);
        work.ForChunks(points.Rows, ChunkRows, (_, start, end) =>
        {
            var kernels = Kernels(points, start, end);
            for (var row = start; row < end; row++)
                for (var m = 0; m < Offsets.Length; m++) values[row, m] = Sum(m, kernels[row - start]) - Offsets[m];
        });
        return values;
    }

    double[][] Kernels(Matrix points, int start, int end)
    {
        var count = end - start;
        var (cases, norms) = (new double[count][], new double[count]);
        for (var i = 0; i < count; i++)
        {
            cases[i] = new double[points.Columns];
            for (var c = 0; c < points.Columns; c++) cases[i][c] = points[start + i, c];
            foreach (var value in cases[i]) norms[i] += value * value;
        }
        double[][] kernels = [.. cases.Select(_ => new double[_tiles.Norms.Length])];
        for (var first = 0; first < _tiles.Tiles; first += ChunkTiles)
        {
            var last = Math.Min(_tiles.Tiles, first + ChunkTiles);
            for (var i = 0; i < count; i++)
            {
                var piece = kernels[i].AsSpan(first * CaseTiles.Width, (last - first) * CaseTiles.Width);
                _tiles.Products(cases[i], first, last, piece);
                _kernel.Apply(piece, _tiles.Norms.AsSpan(first * CaseTiles.Width, piece.Length), norms[i]);
            }
        }
        return kernels;
    }

    double Sum(int machine, double[] kernels)
    {
        var (members, coefficients, sum) = (Members[machine], Coefficients[machine], 0.0);
        for (var i = 0; i < members.Length; i++) sum += coefficients[i] * kernels[members[i]];
        return sum;
    }
}
