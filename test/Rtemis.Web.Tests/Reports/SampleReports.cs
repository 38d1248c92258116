using System.Text.Json;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Engines.Native;
using Rtemis.Learning.Running;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Report;

namespace Rtemis.Web.Tests.Reports;

/// <summary>Reports of jobs that really ran, a file each.</summary>
sealed class SampleReports(string folder)
{
    readonly ReportWriter _writer = new(ReportTemplate.Embedded());
    readonly NativeEngine _engine = new();

    /// <summary>Runs the jobs and writes their reports.</summary>
    public async Task WriteAllAsync(CancellationToken cancellation)
    {
        var (iris, cars, patients) = (SampleTables.Sample("iris"), SampleTables.Sample("mtcars"), SampleTables.Patients(400));
        async Task<ResultFolder> Write(string name, JobType type, string parameters, Table table, string of, Func<ReportContent, ReportContent>? with = null, ResultFolder? source = null) =>
            await WriteAsync(name, Run(name, type, parameters, table, source), type, parameters, of, with, cancellation);

        await Write("regression", JobType.Train, """{"algorithm":"GLM","question":"How thirsty are these cars?"}""", cars, "mtcars");
        await Write("regression-resampled", JobType.Train, """{"algorithm":"GLM","outer_resampling_config":{"type":"KFold","n_resamples":5,"seed":2026}}""", cars, "mtcars");
        var model = await Write("classes", JobType.Train, """{"algorithm":"CART","execution_config":{"seed":11}}""", iris, "iris");
        await Write("tuned", JobType.Train, """{"algorithm":"CART","hyperparameters":{"maxdepth":{"candidates":[1,2,3,5]},"minbucket":{"candidates":[1,5]}},"execution_config":{"seed":11}}""", iris, "iris");
        await Write("classes-resampled", JobType.Train, """{"algorithm":"CART","outer_resampling_config":{"type":"KFold","n_resamples":10,"seed":1}}""", iris, "iris");
        await Write("two-classes-nested", JobType.Train,
            """
            {"algorithm":"CART","hyperparameters":{"maxdepth":{"candidates":[1,2,3,5]},"cp":{"candidates":[0.001,0.01,0.1]}},"question":"Who is at risk of diabetes?",
            "outer_resampling_config":{"type":"KFold","n_resamples":5,"seed":2026},"execution_config":{"seed":11}}
            """, patients, "patients");
        await Write("prediction", JobType.Predict, """{"algorithm":"CART"}""", iris, "iris", c => c with { Model = c.Job with { JobId = "model", Type = "train" } }, model);
        await Write("prediction-unknown", JobType.Predict, """{"algorithm":"CART"}""", iris.WithColumns(iris.Columns.Take(4)), "new flowers", source: model);
        await Write("decomposition", JobType.Decompose, """{"algorithm":"PCA","config":{"k":3}}""", iris.WithColumns(iris.Columns.Take(4)), "iris", c => c with { Input = iris });
        await Write("clustering", JobType.Cluster, """{"algorithm":"KMeans","config":{"k":3}}""", iris.WithColumns(iris.Columns.Take(4)), "iris", c => c with { Input = iris });
        await Write("clustering-alone", JobType.Cluster, """{"algorithm":"KMeans","config":{"k":3}}""", iris.WithColumns(iris.Columns.Take(4)), "iris");
        await Write("hostile", JobType.Train, """{"algorithm":"CART","question":"</script><script>window.ran=[0]</script>","outer_resampling_config":{"type":"KFold","n_resamples":3,"seed":1}}""",
            SampleTables.Hostile(), "</title><script>window.ran=[9]</script>");
        await Write("large", JobType.Train, """{"algorithm":"GLM"}""", SampleTables.Patients(60_000), "patients");
    }

    ResultFolder Run(string name, JobType type, string parameters, Table table, ResultFolder? source)
    {
        using var json = JsonDocument.Parse(type == JobType.Predict ? """{"job_id":"model","data_handle":"data","algorithm":"CART"}""" : WithHandle(parameters));
        var request = _engine.Parse(type, json.RootElement);
        var bundle = _engine.CreateRunner().Run(request, new JobInput(table, source), new RunContext(_ => { }, seed: request.Seed));
        var path = Path.Combine(folder, "results", name);
        Directory.CreateDirectory(Path.Combine(folder, "results"));
        ResultFolder.Write(path, bundle);
        return ResultFolder.Open(path);
    }

    async Task<ResultFolder> WriteAsync(
        string name, ResultFolder result, JobType type, string parameters, string table, Func<ReportContent, ReportContent>? with, CancellationToken cancellation)
    {
        using var given = JsonDocument.Parse(parameters);
        var question = given.RootElement.TryGetProperty("question", out var asked) ? asked.GetString() : null;
        var job = new JobSummary(
            $"job-{name}", JobTypes.Name(type), "complete", "2026-11-28T09:00:00Z", "2026-11-28T09:00:01Z", "2026-11-28T09:00:13Z", null, null, null, null, null, "native",
            given.RootElement.GetProperty("algorithm").GetString(), question, "data-1", table);
        var content = ReportContent.Of(job, result, new DateTimeOffset(2026, 11, 28, 9, 1, 0, TimeSpan.Zero));
        await using var file = File.Create(Path.Combine(folder, name + ".html"));
        await _writer.WriteAsync(file, with?.Invoke(content) ?? content, cancellation);
        return result;
    }

    static string WithHandle(string parameters) => parameters.TrimStart().Insert(1, "\"data_handle\":\"data\",");
}
