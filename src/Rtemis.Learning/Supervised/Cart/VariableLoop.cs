using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>Runs a step for each variable, on several threads where a node has enough cases to pay for them.</summary>
sealed class VariableLoop(int variables, RunContext context)
{
    const int CellsWorthThreads = 50_000;

    public void Run(int cases, Action<int> step)
    {
        if ((long)cases * variables >= CellsWorthThreads)
        {
            context.Work.For(variables, step);
            return;
        }
        context.Cancellation.ThrowIfCancellationRequested();
        for (var variable = 0; variable < variables; variable++) step(variable);
    }
}
