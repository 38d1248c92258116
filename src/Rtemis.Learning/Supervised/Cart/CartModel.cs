using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// A classification or regression tree. Source: Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984; Therneau
/// and Atkinson, "An Introduction to Recursive Partitioning Using the RPART Routines".
/// </summary>
public sealed class CartModel : ISupervisedModel
{
    const int ChunkOfRows = 4096;

    readonly CartVariable[] _variables;
    readonly FlatTree _tree;
    readonly VariableImportance? _importance;

    internal CartModel(TreeNode root, CartVariable[] variables, SplitCriterion criterion, int useSurrogate)
    {
        _variables = variables;
        _tree = new FlatTree(root, useSurrogate);
        _importance = TreeImportance.Of(root, variables, criterion);
    }

    /// <summary>The number of nodes, leaves included.</summary>
    internal int NodeCount => _tree.Nodes.Length;

    /// <summary>
    /// How much each variable gained as splitter and as surrogate, the most important first. A tree without a split has no such measure,
    /// and rtemis fails where it asks for one: predictions alone, as in tuning, are fine.
    /// </summary>
    /// <exception cref="LearningException">The tree has no split.</exception>
    public VariableImportance Importance => _importance ?? throw new LearningException("rtemis_data_error",
        "Variable importance data must include at least two columns: 'variable' and at least one importance measure.");

    VariableImportance? ISupervisedModel.Importance => Importance;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var values = new ReadOnlyMemory<double>[_variables.Length];
        for (var f = 0; f < values.Length; f++) values[f] = _variables[f].Encode(features[f]);
        var rows = features[0].Length;
        var classes = _tree.Nodes[0].Prediction.Length;
        // Of two classes, the second one's probability says all.
        var first = classes == 2 ? 1 : 0;
        var predicted = new Matrix(rows, classes - first);
        context.Work.ForChunks(rows, ChunkOfRows, (_, start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var prediction = _tree.Predict(values, row);
                for (var k = first; k < classes; k++) predicted[row, k - first] = prediction[k];
            }
        });
        return new Prediction(predicted);
    }
}
