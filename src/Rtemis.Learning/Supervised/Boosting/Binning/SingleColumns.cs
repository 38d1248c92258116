namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>The values of numeric features in single precision, as LightGBM keeps them for linear models.</summary>
sealed class SingleColumns
{
    readonly float[]?[] _columns;
    readonly bool[] _hasMissing;

    /// <param name="columns">All features; factors have no values here.</param>
    public SingleColumns(IReadOnlyList<CodedColumn> columns)
    {
        _columns = [.. columns.Select(column => column.IsCategorical ? null : Array.ConvertAll(column.Values.ToArray(), value => (float)value))];
        _hasMissing = [.. _columns.Select(values => values is not null && Array.Exists(values, float.IsNaN))];
    }

    /// <summary>The values of a numeric feature, one a case; NaN where missing.</summary>
    /// <param name="feature">The feature's place in the data.</param>
    public float[] this[int feature] => _columns[feature]!;

    /// <summary>Whether a feature is numeric and misses a value.</summary>
    public bool HasMissing(int feature) => _hasMissing[feature];
}
