namespace Rtemis.Learning.Decomposition;

/// <summary>A model that gives the training data back a column at a time, so that it need not be held whole. Safe for use by several threads.</summary>
interface IColumnReconstruction
{
    /// <summary>Writes a column, in original units, as the components give it back.</summary>
    void Reconstruct(int column, Span<double> target);
}
