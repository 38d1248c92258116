using Rtemis.Cli.Display;
using Rtemis.Cli.Tables;
using Rtemis.Client;

namespace Rtemis.Cli.Jobs;

/// <summary>Where jobs run.</summary>
interface IWorkplace : IAsyncDisposable
{
    /// <summary>Runs a job to its end.</summary>
    /// <param name="request">What is to be done.</param>
    /// <param name="table">The table that it is done to.</param>
    /// <param name="display">Is told how it goes.</param>
    /// <param name="cancellation">Cancels the job.</param>
    /// <exception cref="JobFailedException">It failed on a server.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<FinishedJob> RunAsync(JobRequest request, NamedTable table, IProgressDisplay display, CancellationToken cancellation);

    /// <summary>Applies a model to a table.</summary>
    /// <param name="model">The folder of the result that it is in, or the job on the server.</param>
    /// <param name="table">The table, which has the model's features.</param>
    /// <param name="question">The question that the job is to answer, or null.</param>
    /// <param name="display">Is told how it goes.</param>
    /// <param name="cancellation">Cancels the job.</param>
    /// <exception cref="JobFailedException">It failed on a server.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<FinishedJob> PredictAsync(string model, NamedTable table, string? question, IProgressDisplay display, CancellationToken cancellation);
}
