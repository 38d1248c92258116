namespace Rtemis.Learning.Running;

/// <summary>An open step. A step that fails together with the run is left open: the run's failure tells the rest.</summary>
public sealed class RunScope
{
    internal RunScope(RunContext context) => Context = context;

    /// <summary>What runs inside the step is given this.</summary>
    public RunContext Context { get; }

    /// <summary>Ends the step.</summary>
    public void Complete() => End(failed: false);

    /// <summary>Ends a step that failed while the run goes on without it.</summary>
    public void Fail() => End(failed: true);

    void End(bool failed)
    {
        var node = Context.Node!;
        Context.Timeline.End(node, failed);
        Context.Send(new NodeMessage(Context.Clock.GetUtcNow(), node, failed ? NodePhase.Error : NodePhase.Done));
    }
}
