namespace Rtemis.Learning.Supervised.Cart;

/// <summary>The weight of the cases on each side of a split.</summary>
struct SideWeights
{
    public double Left { get; private set; }

    public double Right { get; private set; }

    public readonly double Total => Left + Right;

    public readonly double Heavier => Math.Max(Left, Right);

    public void Add(Side side, double weight)
    {
        // Selected, not branched on: sides are random.
        Left += side == Side.Left ? weight : 0;
        Right += side == Side.Right ? weight : 0;
    }
}
