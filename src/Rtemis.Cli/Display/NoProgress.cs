using Rtemis.Client;

namespace Rtemis.Cli.Display;

/// <summary>Shows nothing.</summary>
sealed class NoProgress : IProgressDisplay
{
    public void Show(JobProgress told)
    {
    }
}
