namespace Rtemis.Server.Page;

/// <summary>Says once, at the start, when a person who opens the address will not find the page there.</summary>
sealed partial class PageNotice(PageFiles files, ILogger<PageNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (files.State == PageState.NodeMissing) LogMissing(log, MissingPage.Reason(files.State));
        else if (files.State == PageState.Skipped) LogSkipped(log, MissingPage.Reason(files.State));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(700, LogLevel.Warning, "There is no page. {Reason}")]
    static partial void LogMissing(ILogger log, string reason);

    [LoggerMessage(701, LogLevel.Information, "There is no page. {Reason}")]
    static partial void LogSkipped(ILogger log, string reason);
}
