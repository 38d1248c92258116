namespace Rtemis.Data;

/// <summary>A summary of the present cells of a column: one of the types that derive from it.</summary>
public abstract record ColumnSummary
{
    private protected ColumnSummary() { }
}
