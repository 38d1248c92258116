using System.Numerics.Tensors;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// The kernel values of each case with all others, in single precision as the reference keeps them, computed when first asked for. The rows used last
/// are kept within a bound of memory; what is kept changes the time only, never a number.
/// </summary>
sealed class KernelRows
{
    // A piece of a row takes about a tenth of a millisecond.
    const int ChunkProducts = 1 << 18;

    readonly CaseTiles _cases;
    readonly SvmKernel _kernel;
    readonly WorkSplit _work;
    readonly LinkedListNode<(int Case, float[] Row)>?[] _kept;
    readonly LinkedList<(int Case, float[] Row)> _byUse = [];
    readonly int _most;
    readonly double[] _row;

    /// <param name="cases">The cases.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="work">Splits long rows over threads.</param>
    /// <param name="bytes">The bound of memory; two rows are always kept.</param>
    public KernelRows(CaseTiles cases, SvmKernel kernel, WorkSplit work, long bytes)
    {
        _cases = cases;
        _kernel = kernel;
        _work = work;
        _kept = new LinkedListNode<(int, float[])>?[cases.Count];
        _most = (int)Math.Clamp(bytes / (sizeof(float) * Math.Max(1L, cases.Count)), 2, int.MaxValue);
        _row = new double[cases.Tiles * CaseTiles.Width];
    }

    /// <summary>The values of a case with all cases; valid until the next but one row is asked for.</summary>
    public ReadOnlySpan<float> Row(int index)
    {
        if (_kept[index] is { } kept)
        {
            _byUse.Remove(kept);
            _byUse.AddLast(kept);
            return kept.Value.Row;
        }
        var row = _byUse.Count < _most ? new float[_cases.Count] : TakeOldest();
        Compute(index, row);
        _kept[index] = _byUse.AddLast((index, row));
        return row;
    }

    /// <summary>The value of a case with itself.</summary>
    public double Self(int index) => _kernel.Self(_cases.Norms[index]);

    float[] TakeOldest()
    {
        var (index, row) = _byUse.First!.Value;
        _byUse.RemoveFirst();
        _kept[index] = null;
        return row;
    }

    void Compute(int index, float[] row)
    {
        var point = _cases.Case(index);
        _work.ForChunks(_cases.Tiles, Math.Max(1, ChunkProducts / (CaseTiles.Width * Math.Max(1, _cases.Columns))), (_, first, end) =>
        {
            var start = first * CaseTiles.Width;
            var values = _row.AsSpan(start, (end - first) * CaseTiles.Width);
            _cases.Products(point, first, end, values);
            _kernel.Apply(values, _cases.Norms.AsSpan(start, values.Length), _cases.Norms[index]);
            var count = Math.Min(values.Length, row.Length - start);
            TensorPrimitives.ConvertTruncating<double, float>(values[..count], row.AsSpan(start, count));
        });
    }
}
