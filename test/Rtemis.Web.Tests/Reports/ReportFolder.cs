namespace Rtemis.Web.Tests.Reports;

/// <summary>A folder with the reports that the browser tests open, as long as they run.</summary>
public sealed class ReportFolder : IAsyncLifetime
{
    public ReportFolder() => Run = new BrowserRun(this);

    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("rtemis-reports-").FullName;

    /// <summary>The run that is told of it.</summary>
    public BrowserRun Run { get; }

    public async ValueTask InitializeAsync()
    {
        if (WebFolder.MissingForBrowser() is null) await new SampleReports(Path).WriteAllAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
