using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// What the orthonormal columns leave of each parent times each column. From step to step only the newest columns have to be taken out, so it is kept as
/// far as memory allows; what is not kept comes out the same, with more work.
/// </summary>
sealed class ResidualStore(ForwardBasis basis, OrthonormalColumns columns, MarsLines lines)
{
    const long MostBytes = 256L << 20;

    readonly Dictionary<(int Parent, int Column), Residual> _kept = [];
    readonly Lock _lock = new();

    sealed record Residual(double[] Values)
    {
        public int Done { get; set; }
    }

    /// <summary>Writes what is left. Different pairs may be read at the same time.</summary>
    public void Read(int parent, int column, double[] target)
    {
        // The constant alone is taken out as a mean.
        if (columns.Columns.Count == 1)
        {
            Product(parent, column, target);
            TensorPrimitives.Subtract(target, OrthonormalColumns.Mean(target), target);
            return;
        }
        if (Kept(parent, column) is { } residual)
        {
            if (residual.Done == 0) Product(parent, column, residual.Values);
            columns.Reduce(residual.Values, residual.Done);
            residual.Done = columns.Columns.Count;
            residual.Values.CopyTo(target, 0);
            return;
        }
        Product(parent, column, target);
        columns.Reduce(target, 0);
    }

    Residual? Kept(int parent, int column)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue((parent, column), out var residual)) return residual;
            if ((_kept.Count + 1L) * lines.Cases * sizeof(double) > MostBytes) return null;
            residual = new Residual(new double[lines.Cases]);
            _kept.Add((parent, column), residual);
            return residual;
        }
    }

    void Product(int parent, int column, double[] target) => TensorPrimitives.Multiply(lines[column], basis.Slots[parent].Values, target);
}
