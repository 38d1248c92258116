using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// A classification or regression tree. Source: Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984; Therneau
/// and Atkinson, "An Introduction to Recursive Partitioning Using the RPART Routines".
/// </summary>
[MemoryPackable]
public sealed partial class CartModel : ISupervisedModel
{
    const int ChunkOfRows = 4096;

    internal CartModel(TreeNode root, CartVariable[] variables, SplitCriterion criterion, int useSurrogate)
        : this(variables, FlatTree.Of(root, useSurrogate), TreeImportance.Of(root, variables, criterion))
    {
    }

    [MemoryPackConstructor]
    internal CartModel(CartVariable[] variables, FlatTree tree, VariableImportance? gains) => (Variables, Tree, Gains) = (variables, tree, gains);

    [MemoryPackInclude]
    internal CartVariable[] Variables { get; }

    [MemoryPackInclude]
    internal FlatTree Tree { get; }

    [MemoryPackInclude]
    internal VariableImportance? Gains { get; }

    /// <summary>The number of nodes, leaves included.</summary>
    [MemoryPackIgnore]
    internal int NodeCount => Tree.Nodes.Length;

    /// <summary>
    /// How much each variable gained as splitter and as surrogate, the most important first. A tree without a split has no such measure,
    /// and rtemis fails where it asks for one: predictions alone, as in tuning, are fine.
    /// </summary>
    /// <exception cref="LearningException">The tree has no split.</exception>
    [MemoryPackIgnore]
    public VariableImportance Importance => Gains ?? throw new LearningException("rtemis_data_error",
        "Variable importance data must include at least two columns: 'variable' and at least one importance measure.");

    VariableImportance? ISupervisedModel.Importance => Importance;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var values = new ReadOnlyMemory<double>[Variables.Length];
        for (var f = 0; f < values.Length; f++) values[f] = Variables[f].Encode(features[f]);
        var rows = features[0].Length;
        var classes = Tree.Nodes[0].Prediction.Length;
        // Of two classes, the second one's probability says all.
        var first = classes == 2 ? 1 : 0;
        var predicted = new Matrix(rows, classes - first);
        context.Work.ForChunks(rows, ChunkOfRows, (_, start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var prediction = Tree.Predict(values, row);
                for (var k = first; k < classes; k++) predicted[row, k - first] = prediction[k];
            }
        });
        return new Prediction(predicted);
    }
}
