namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>Where a cell of a <see cref="SpaceTree"/> is: its middle, and its reach from there along each coordinate.</summary>
readonly record struct CellBox(double X, double Y, double Z, double ReachX, double ReachY, double ReachZ)
{
    /// <summary>Half the width along the widest coordinate.</summary>
    public double HalfWidth => Math.Max(ReachX, Math.Max(ReachY, ReachZ));

    /// <summary>The part that a place belongs to: a bit is set for each coordinate where it is below the middle.</summary>
    public int PartOf(double x, double y, double z) => (x < X ? 1 : 0) | (y < Y ? 2 : 0) | (z < Z ? 4 : 0);

    /// <summary>A part, half as wide.</summary>
    public CellBox Part(int part)
    {
        double x = ReachX / 2, y = ReachY / 2, z = ReachZ / 2;
        return new CellBox((part & 1) != 0 ? X - x : X + x, (part & 2) != 0 ? Y - y : Y + y, (part & 4) != 0 ? Z - z : Z + z, x, y, z);
    }
}
