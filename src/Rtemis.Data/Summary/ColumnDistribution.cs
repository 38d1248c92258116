namespace Rtemis.Data;

/// <summary>How the present cells of a column are spread: one of the types that derive from it.</summary>
public abstract record ColumnDistribution
{
    private protected ColumnDistribution() { }
}
