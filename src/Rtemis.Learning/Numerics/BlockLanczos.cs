using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// The eigenvectors of a symmetric matrix whose eigenvalues are largest, in a space that grows by the matrix's images of a block of vectors; the vectors
/// stay orthonormal. Source: G. H. Golub and R. Underwood, "The block Lanczos method for computing eigenvalues", 1977.
/// </summary>
sealed class BlockLanczos
{
    const int More = 4;
    const int MostVectors = 1000;
    const double Tolerance = 1e-13;

    // Less than this share of a vector is rounding.
    const double Rounding = 1e-12;

    readonly SquareMatrix _matrix;
    readonly WorkSplit _work;
    readonly CancellationToken _cancellation;
    readonly MersenneTwister _random = new(1);
    readonly List<double[]> _basis = [];
    readonly List<double[]> _images = [];

    BlockLanczos(SquareMatrix matrix, WorkSplit work, CancellationToken cancellation) => (_matrix, _work, _cancellation) = (matrix, work, cancellation);

    /// <summary>The largest eigenvalues, falling, and their vectors; signs are arbitrary.</summary>
    /// <param name="matrix">The matrix, of finite numbers.</param>
    /// <param name="count">How many, at most as many as it has rows.</param>
    /// <param name="work">Splits the work.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static SymmetricEigen Of(SquareMatrix matrix, int count, WorkSplit work, CancellationToken cancellation) =>
        new BlockLanczos(matrix, work, cancellation).Find(count);

    SymmetricEigen Find(int count)
    {
        var block = Math.Min(_matrix.Size, count + More);
        var candidates = Draw(block);
        for (var check = 0; ;)
        {
            var grown = Grow(candidates);
            if (grown == 0 && _basis.Count < count)
            {
                // What was drawn is exhausted: the rest of the matrix is at a right angle to it.
                candidates = Draw(block);
                continue;
            }
            var last = grown == 0 || _basis.Count >= Math.Min(_matrix.Size, MostVectors);
            if ((last || _basis.Count >= check) && _basis.Count >= count)
            {
                if (Ritz(count, last) is { } found) return found;
                check = _basis.Count + Math.Max(block, _basis.Count / 4);
            }
            candidates = [.. _images.TakeLast(grown).Select(i => (double[])i.Clone())];
        }
    }

    double[][] Draw(int count)
    {
        var vectors = new double[count][];
        for (var c = 0; c < count; c++)
        {
            vectors[c] = new double[_matrix.Size];
            for (var i = 0; i < vectors[c].Length; i++) vectors[c][i] = _random.NextUniform() - 0.5;
        }
        return vectors;
    }

    // Adds what of the candidates is not in the space yet; returns by how many vectors it grew.
    int Grow(double[][] candidates)
    {
        var before = _basis.Count;
        foreach (var vector in candidates)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_basis.Count < _matrix.Size && Normalize(vector, 0) && Normalize(vector, 1)) _basis.Add(vector);
        }
        var fresh = _basis[before..];
        var images = fresh.ConvertAll(v => new double[v.Length]);
        _work.For(_matrix.Size, i =>
        {
            for (var c = 0; c < fresh.Count; c++) images[c][i] = TensorPrimitives.Dot<double>(_matrix[i], fresh[c]);
        });
        _images.AddRange(images);
        return fresh.Count;
    }

    // Takes off what is in the space; the second pass takes what rounding left in the first.
    bool Normalize(double[] vector, int pass)
    {
        var before = TensorPrimitives.Norm<double>(vector);
        foreach (var other in _basis) TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<double>(other, vector), vector, vector);
        var after = TensorPrimitives.Norm<double>(vector);
        if (!(after > (pass == 0 ? Rounding : 0.5) * before)) return false;
        TensorPrimitives.Divide(vector, after, vector);
        return true;
    }

    // The best that is in the space, if it is good enough or the last.
    SymmetricEigen? Ritz(int count, bool last)
    {
        var size = _basis.Count;
        var projection = new Matrix(size, size);
        _work.For(size, j =>
        {
            for (var i = 0; i < size; i++) projection[i, j] = TensorPrimitives.Dot<double>(_basis[i], _images[j]);
        });
        for (var j = 0; j < size; j++)
            for (var i = 0; i < j; i++) projection[i, j] = projection[j, i] = (projection[i, j] + projection[j, i]) / 2;
        var small = SymmetricEigen.Of(projection, _cancellation);
        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(c => small.Values[c]).Take(count)];
        var (vectors, errors) = (new double[count][], new double[count]);
        _work.For(count, c =>
        {
            vectors[c] = Combine(_basis, small.Vectors[order[c]]);
            var image = Combine(_images, small.Vectors[order[c]]);
            TensorPrimitives.MultiplyAdd(vectors[c], -small.Values[order[c]], image, image);
            errors[c] = TensorPrimitives.Norm<double>(image);
        });
        return last || errors.Max() <= Tolerance * Math.Abs(small.Values[0]) ? new SymmetricEigen(Array.ConvertAll(order, c => small.Values[c]), vectors) : null;
    }

    double[] Combine(List<double[]> vectors, double[] shares)
    {
        var sum = new double[_matrix.Size];
        for (var c = 0; c < shares.Length; c++) TensorPrimitives.MultiplyAdd(vectors[c], shares[c], sum, sum);
        return sum;
    }
}
