namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>A cell of a <see cref="SpaceTree"/>, or one of its cases.</summary>
struct MapCell
{
    /// <summary>The middle of its cases.</summary>
    public double X, Y, Z;

    /// <summary>The number of its cases.</summary>
    public double Mass;

    /// <summary>It acts as one body on what is farther from its middle, by squared distance. Below 0 for a single case.</summary>
    public double Limit;

    /// <summary>Where the tree goes on behind it.</summary>
    public int Next;
}
