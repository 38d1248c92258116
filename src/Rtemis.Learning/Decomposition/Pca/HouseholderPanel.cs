using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>
/// The QR factors of a matrix that is stored column by column: the triangular one above, the reflections below the diagonal. Each column is
/// worked on by one thread at a time in one order, so the numbers do not depend on the number of threads.
/// </summary>
sealed class HouseholderPanel
{
    // A group of columns has to be worth a thread's while.
    const int GroupColumns = 8;
    const int WorthSplitting = 1 << 17;

    readonly double[] _values;
    readonly double[] _taus;
    readonly int _rows;
    readonly WorkSplit _work;

    /// <summary>Factors in place. The array may be longer than the matrix.</summary>
    public HouseholderPanel(double[] values, int rows, int columns, WorkSplit work)
    {
        _values = values;
        _rows = rows;
        _work = work;
        _taus = new double[Math.Min(rows, columns)];
        for (var j = 0; j < _taus.Length; j++)
        {
            var pivot = Column(j);
            _taus[j] = Reflector.Make(ref pivot[j], pivot[(j + 1)..]);
            Reflect(j, values, j + 1, columns);
        }
    }

    /// <summary>A value of the triangular factor.</summary>
    public double Upper(int row, int column) => row <= column ? _values[row + (long)column * _rows] : 0;

    /// <summary>Multiplies columns of the panel's height by the orthogonal factor, in place.</summary>
    public void Rotate(double[] columns, int count)
    {
        for (var j = _taus.Length - 1; j >= 0; j--) Reflect(j, columns, 0, count);
    }

    void Reflect(int reflection, double[] target, int first, int end)
    {
        var count = end - first;
        if ((long)(_rows - reflection) * count < WorthSplitting) Group(first, end);
        else _work.ForChunks(count, GroupColumns, (_, from, to) => Group(first + from, first + to));

        void Group(int from, int to)
        {
            var tail = Column(reflection)[(reflection + 1)..];
            for (var k = from; k < to; k++)
            {
                var column = target.AsSpan(checked(k * _rows), _rows);
                Reflector.Apply(_taus[reflection], tail, ref column[reflection], column[(reflection + 1)..]);
            }
        }
    }

    Span<double> Column(int index) => _values.AsSpan(checked(index * _rows), _rows);
}
