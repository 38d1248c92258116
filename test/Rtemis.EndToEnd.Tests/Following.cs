using Rtemis.Client;

namespace Rtemis.EndToEnd.Tests;

/// <summary>Jobs followed to their ends.</summary>
static class Following
{
    /// <summary>All events of a job from now on, the final one included.</summary>
    public static async Task<List<ServerEvent>> EventsOfAsync(this WireClient client, string job)
    {
        var events = new List<ServerEvent>();
        await foreach (var happened in client.FollowAsync(job, TestContext.Current.CancellationToken)) events.Add(happened);
        return events;
    }

    /// <summary>Waits for the end of a job, which must be this one.</summary>
    public static async Task EndsWithAsync(this WireClient client, string job, string name)
    {
        var last = (await client.EventsOfAsync(job))[^1];
        Assert.True(last.Name == name, $"{last.Name} {last.Data.GetRawText()}");
    }
}
