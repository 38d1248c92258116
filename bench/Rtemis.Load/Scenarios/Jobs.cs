using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>Jobs from the request to their end.</summary>
static class Jobs
{
    /// <summary>Uploads a table in one frame; its handle.</summary>
    public static string Upload(RawConnection connection, byte[] table) =>
        connection.Call("data.upload", """{"name":"load"}""", table).GetProperty("data_handle").GetString()!;

    /// <summary>Runs a job; its id.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(RawConnection connection, string method, string handle, string parameters)
    {
        var id = connection.Call(method, $$"""{"data_handle":"{{handle}}",{{parameters}}}""").GetProperty("job_id").GetString()!;
        if (connection.Await("job.complete", "job.failed") == "job.failed") throw new InvalidOperationException($"The job {id} failed.");
        return id;
    }
}
