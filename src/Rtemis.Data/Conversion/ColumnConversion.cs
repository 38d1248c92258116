namespace Rtemis.Data;

/// <summary>
/// Gives columns another type: <see cref="ColumnType.Factor"/>, <see cref="ColumnType.Double"/>, <see cref="ColumnType.Integer"/> or
/// <see cref="ColumnType.Logical"/>. A missing cell stays missing, and so does NaN where the new type has none.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Factor: the levels are the distinct values in their order, numbers as R's <c>as.character</c> writes them (15 significant digits), days and
/// points in time (UTC) as ISO 8601; of a logical column they are FALSE and TRUE, whether they occur or not, of text they are in the order of <see cref="RootCollation"/>.</item>
/// <item>Double: false and true are 0 and 1, dates days and points in time seconds since 1970-01-01; every level of a factor must read as a number.</item>
/// <item>Integer: the same, if all are whole and of 32 bits (the least such number is R's missing one and is refused).</item>
/// <item>Logical: of numbers 0 and 1 only, of factors the levels TRUE, T, true, FALSE, F and false only.</item>
/// </list>
/// A column that has the type already is returned as it is, a factor with its unused levels. Text becomes what the factor of it would.
/// </remarks>
public static class ColumnConversion
{
    /// <summary><paramref name="column"/> as a column of <paramref name="type"/>.</summary>
    /// <exception cref="ColumnConversionException">A value stands against it; it is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is converted to that type.</exception>
    public static Column To(Column column, ColumnType type) => column.Type == type ? column : type switch
    {
        ColumnType.Factor => ToFactor.Of(column),
        ColumnType.Double => ToDouble.Of(FactorOfText(column)),
        ColumnType.Integer => ToInteger.Of(FactorOfText(column)),
        ColumnType.Logical => ToLogical.Of(FactorOfText(column)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Columns are converted to factor, double, integer or logical."),
    };

    static Column FactorOfText(Column column) => column is TextColumn ? ToFactor.Of(column) : column;
}
