namespace Rtemis.Learning.Supervised.Forests;

/// <summary>What a forest learns to predict, one value for each row; those of rows that it is not grown on don't matter.</summary>
abstract class ForestOutcome
{
    /// <summary>For a thread that grows trees.</summary>
    public abstract NodeResponse NewNode();

    /// <summary>What a tree says of a row: a number, or the share of the row's class.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="leaf">The position of the row's leaf.</param>
    /// <param name="row">The row.</param>
    public abstract double Told(ForestTree tree, int leaf, int row);

    /// <summary>What would be right to say.</summary>
    public virtual double Target(int row) => 1;
}

/// <summary>Numbers (regression).</summary>
sealed class NumberOutcome(double[] numbers) : ForestOutcome
{
    /// <inheritdoc/>
    public override NodeResponse NewNode() => new NumberNode(numbers);

    /// <inheritdoc/>
    public override double Told(ForestTree tree, int leaf, int row) => tree.Nodes[leaf].Value;

    /// <inheritdoc/>
    public override double Target(int row) => numbers[row];
}

/// <summary>Classes that trees vote for (classification), as codes from 0.</summary>
sealed class VoteOutcome(int[] codes, int classes) : ForestOutcome
{
    /// <summary>The number of classes.</summary>
    public int Classes => classes;

    /// <inheritdoc/>
    public override NodeResponse NewNode() => new VoteNode(codes, classes);

    /// <inheritdoc/>
    public override double Told(ForestTree tree, int leaf, int row) => tree.Nodes[leaf].Value == codes[row] ? 1 : 0;
}

/// <summary>Classes whose shares are predicted (probability estimation), as codes from 0.</summary>
/// <param name="codes">The class of each row.</param>
/// <param name="classes">The number of classes.</param>
/// <param name="hellinger">Whether two classes are parted by the Hellinger distance.</param>
sealed class ShareOutcome(int[] codes, int classes, bool hellinger = false) : ForestOutcome
{
    /// <inheritdoc/>
    public override NodeResponse NewNode() => hellinger ? new HellingerNode(codes) : new ShareNode(codes, classes);

    /// <inheritdoc/>
    public override double Told(ForestTree tree, int leaf, int row)
    {
        var value = tree.Nodes[leaf].Value;
        if (classes > 2) return tree.Shares[(int)value + codes[row]];
        return codes[row] == 1 ? value : 1 - value;
    }
}
