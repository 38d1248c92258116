namespace Rtemis.Protocol;

/// <summary>What a complete job's result is made of.</summary>
public static class ResultSlices
{
    /// <summary>Document: what the result is, in short.</summary>
    public const string Summary = "summary";

    /// <summary>Document: how good it is; of supervised jobs and predictions.</summary>
    public const string Metrics = "metrics";

    /// <summary>Document: how it came about, for a repetition.</summary>
    public const string Record = "record";

    /// <summary>Document: all of it.</summary>
    public const string Raw = "raw";

    /// <summary>Table: what a model looks at.</summary>
    public const string VariableImportance = "varimp";

    /// <summary>Table: what is predicted, with probabilities.</summary>
    public const string Predictions = "predictions";

    /// <summary>Table: ROC curves.</summary>
    public const string Roc = "roc";

    /// <summary>Table: when each step ran.</summary>
    public const string Timeline = "session";

    /// <summary>Table: a decomposition's scores.</summary>
    public const string Transformed = "transformed";

    /// <summary>Table: a decomposition's loadings.</summary>
    public const string Loadings = "loadings";

    /// <summary>Table: the cluster of each case.</summary>
    public const string Assignments = "assignments";

    /// <summary>The documents, without <see cref="Raw"/>, which has all of the others in it.</summary>
    public static IReadOnlyList<string> Documents { get; } = [Summary, Metrics, Record];

    /// <summary>The tables.</summary>
    public static IReadOnlyList<string> Tables { get; } = [VariableImportance, Predictions, Roc, Timeline, Transformed, Loadings, Assignments];

    /// <summary>All, in the order in which the server names them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Summary, Raw, Record, VariableImportance, Predictions, Roc, Timeline, Metrics, Transformed, Loadings, Assignments];
}
