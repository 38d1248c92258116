namespace Rtemis.Learning.Supervised.Forests;

/// <summary>What a forest learns to predict, one value for each row; those of rows that it is not grown on don't matter.</summary>
abstract class ForestOutcome
{
    /// <summary>For a thread that grows trees.</summary>
    public abstract NodeResponse NewNode();

    /// <summary>For the predictions of the trees for some rows.</summary>
    public abstract TreeTally NewTally(int rows, ForestOptions options);
}

/// <summary>Numbers (regression).</summary>
sealed class NumberOutcome(double[] numbers) : ForestOutcome
{
    /// <inheritdoc/>
    public override NodeResponse NewNode() => new NumberNode(numbers);

    /// <inheritdoc/>
    public override TreeTally NewTally(int rows, ForestOptions options) => new MeanTally(rows);
}

/// <summary>Classes (classification), as codes from 0.</summary>
sealed class ClassOutcome(int[] codes, int classes) : ForestOutcome
{
    /// <inheritdoc/>
    public override NodeResponse NewNode() => new ClassNode(codes, classes);

    /// <inheritdoc/>
    public override TreeTally NewTally(int rows, ForestOptions options) => new VoteTally(rows, classes, options.Seed);
}
