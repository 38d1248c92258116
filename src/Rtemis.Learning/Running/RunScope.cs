namespace Rtemis.Learning.Running;

/// <summary>An open step. A step that fails is left open: the run's failure tells the rest.</summary>
public sealed class RunScope
{
    internal RunScope(RunContext context) => Context = context;

    /// <summary>What runs inside the step is given this.</summary>
    public RunContext Context { get; }

    /// <summary>Ends the step.</summary>
    public void Complete()
    {
        var node = Context.Node!;
        Context.Timeline.End(node);
        Context.Send(new NodeMessage(Context.Clock.GetUtcNow(), node, Ended: true));
    }
}
