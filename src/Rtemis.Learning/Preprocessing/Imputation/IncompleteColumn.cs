using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>A column as numbers, those of a factor being its levels' positions, whose missing cells are filled again and again.</summary>
sealed class IncompleteColumn
{
    readonly Column _source;
    ForestFeature? _feature;

    /// <param name="source">The column.</param>
    public IncompleteColumn(Column source)
    {
        _source = source;
        Numbers = source is FactorColumn factor
            ? Array.ConvertAll(factor.Codes.ToArray(), code => code == FactorColumn.Missing ? double.NaN : code)
            : NumericColumn.Numbers(source).ToArray();
        var missing = Numbers.Count(double.IsNaN);
        Missing = new int[missing];
        Observed = new int[Numbers.Length - missing];
        var (m, o) = (0, 0);
        for (var row = 0; row < Numbers.Length; row++)
        {
            if (double.IsNaN(Numbers[row])) Missing[m++] = row;
            else Observed[o++] = row;
        }
    }

    /// <summary>One for each of these columns.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static List<IncompleteColumn> Of(IReadOnlyList<Column> columns, CancellationToken cancellation) => [.. columns.Select(column =>
    {
        cancellation.ThrowIfCancellationRequested();
        return new IncompleteColumn(column);
    })];

    /// <summary>The rows whose cells are missing, ascending.</summary>
    public int[] Missing { get; }

    /// <summary>The other rows, ascending.</summary>
    public int[] Observed { get; }

    /// <summary>A number for each row; NaN where it is missing and was not filled yet.</summary>
    public double[] Numbers { get; }

    /// <summary>The number of a factor's levels; 0 for numbers.</summary>
    public int Levels => (_source as FactorColumn)?.Levels.Count ?? 0;

    /// <summary>Whether some cells are missing, but not all.</summary>
    public bool CanBeFilled => Missing.Length > 0 && Observed.Length > 0;

    /// <summary>The numbers as a feature of trees.</summary>
    public ForestFeature Feature => _feature ??= new ForestFeature(Numbers);

    /// <summary>The numbers of some rows.</summary>
    public double[] At(int[] rows) => Array.ConvertAll(rows, row => Numbers[row]);

    /// <summary>Fills the missing cells, in the order of their rows.</summary>
    public void Fill(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++) Numbers[Missing[i]] = values[i];
        _feature = null;
    }

    /// <summary>The column with what was filled in. Whole numbers stay such as long as what they were filled with is whole.</summary>
    public Column ToColumn()
    {
        if (Missing.Length == 0 || double.IsNaN(Numbers[Missing[0]])) return _source;
        return _source switch
        {
            FactorColumn factor => new FactorColumn(factor.Name, Array.ConvertAll(Numbers, v => (int)v), factor.Levels),
            IntegerColumn when Array.TrueForAll(Missing, row => double.IsInteger(Numbers[row])) =>
                new IntegerColumn(_source.Name, Array.ConvertAll(Numbers, v => (int)v)),
            _ => new DoubleColumn(_source.Name, Numbers),
        };
    }
}
