using System.Numerics.Tensors;
using Rtemis.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// Features as R's <c>model.matrix</c> has them: an intercept, numbers as they are, and a factor as a column for each level but its first
/// (treatment contrasts).
/// </summary>
sealed class DesignMatrix : ITallMatrix
{
    const int ChunkRows = 4096;

    readonly DesignColumn[] _columns;

    /// <summary>Arranges features by the terms that were learned in training, one a feature and in their order.</summary>
    /// <exception cref="LearningException">A factor has a level that training didn't have.</exception>
    public DesignMatrix(IReadOnlyList<DesignTerm> terms, IReadOnlyList<Column> features, int rows)
        : this([new DesignColumn.Intercept(), .. terms.Zip(features).SelectMany(t => t.First.Columns(t.Second))], rows)
    {
    }

    /// <summary>Takes columns as they are.</summary>
    public DesignMatrix(DesignColumn[] columns, int rows) => (_columns, Rows) = (columns, rows);

    public int Rows { get; }

    public int Columns => _columns.Length;

    public void Read(int column, int start, Span<double> target) => _columns[column].Read(start, target);

    /// <summary>All of a column; a view where it is a feature's numbers.</summary>
    public ReadOnlyMemory<double> Column(int index) => _columns[index].All(Rows);

    /// <summary>The matrix times a vector. A NaN in the vector leaves its column out.</summary>
    public double[] Times(ReadOnlyMemory<double> vector, WorkSplit work)
    {
        var product = new double[Rows];
        work.ForChunks(Rows, ChunkRows, (_, start, end) =>
        {
            var sum = product.AsSpan(start, end - start);
            var values = new double[sum.Length];
            for (var c = 0; c < _columns.Length; c++)
            {
                if (double.IsNaN(vector.Span[c])) continue;
                Read(c, start, values);
                TensorPrimitives.MultiplyAdd(values, vector.Span[c], sum, sum);
            }
        });
        return product;
    }
}
