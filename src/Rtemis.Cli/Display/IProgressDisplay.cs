using Rtemis.Client;

namespace Rtemis.Cli.Display;

/// <summary>Shows how a job goes on.</summary>
interface IProgressDisplay
{
    /// <summary>Shows what a job told.</summary>
    void Show(JobProgress told);
}
