namespace Rtemis.Learning.Running;

/// <summary>A step of a run in its tree: the whole run, a fold, a fit, a prediction.</summary>
public sealed class RunNode
{
    internal RunNode(RunNode? parent, string kind, string? label, double startedAt)
    {
        Parent = parent;
        Kind = kind;
        Label = label;
        StartedAt = startedAt;
    }

    /// <summary><c>n1</c>, <c>n2</c>, ... in the order in which steps are told; empty before that.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The step that this one is part of, or null for the root.</summary>
    public RunNode? Parent { get; }

    /// <summary>The step that is the whole run.</summary>
    public RunNode Root => Parent?.Root ?? this;

    /// <summary>rtemis's kind, e.g. <c>train_alg</c>.</summary>
    public string Kind { get; }

    /// <summary>What tells it from its siblings, or null.</summary>
    public string? Label { get; }

    /// <summary>Kind and label as a person reads them.</summary>
    public string Name => string.IsNullOrEmpty(Label) || Label == Kind ? Kind : $"{Kind} {Label}";

    /// <summary>Milliseconds from the run's start to the step's.</summary>
    public double StartedAt { get; }

    /// <summary>Milliseconds from the run's start to the step's end; null while it is open.</summary>
    public double? EndedAt { get; internal set; }

    /// <summary>Whether the step ended because it failed, while the run goes on.</summary>
    public bool Failed { get; internal set; }
}
