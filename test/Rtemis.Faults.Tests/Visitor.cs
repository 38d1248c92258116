using System.Text.Json;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Faults.Tests;

/// <summary>A client that does something or other until its server is gone, and writes down what it was told.</summary>
sealed class Visitor(WireClient client, Ledger ledger, Random random)
{
    const int Chunks = 6;
    const int MostTables = 10;
    const int MostJobs = 30;
    static readonly ProtocolJson Json = ProtocolJson.Default;

    static readonly byte[] Iris = SampleTable.Arrow("iris");
    static readonly byte[] Large = SampleTable.Arrow(SampleTable.Random(20_000, 10));

    /// <summary>Acts until the connection is lost.</summary>
    public async Task ActAsync()
    {
        var listening = ListenAsync();
        try
        {
            while (true) await ActOnceAsync();
        }
        catch (Exception e) when (e is ConnectionLostException or ObjectDisposedException)
        {
            // That is what it waits for.
        }
        await listening;
    }

    /// <summary>Ends the upload that another connection has begun: the chunks that were taken are not sent again.</summary>
    public async Task FinishUploadAsync()
    {
        if (ledger.Upload is not { } upload) return;
        for (var chunk = 1; chunk <= Chunks; chunk++)
            if (!upload.Chunks.Contains(chunk)) await ChunkUnlessThereAsync(upload.Id, chunk);
        await EndUploadAsync(upload.Id);
    }

    async Task ListenAsync()
    {
        await foreach (var happened in client.Connection.Events)
        {
            if (happened.Seq is not { } seq) continue;
            Assert.Equal(ledger.LastEvent + 1, seq);
            ledger.LastEvent = seq;
            if (happened.IsFinal()) ledger.Ends[happened.JobId()!] = happened.Name;
        }
    }

    Task ActOnceAsync() => random.Next(8) switch
    {
        0 or 1 when ledger.Tables.Count < MostTables => UploadAsync(),
        2 => StepUploadAsync(),
        3 when ledger.Tables.Count > 3 => DeleteTableAsync(),
        4 when ledger.Jobs.Count > 0 => CancelAsync(),
        5 when ledger.Jobs.Count > MostJobs / 2 => DeleteJobAsync(),
        _ when ledger.Tables.Count > 0 && ledger.Jobs.Count < MostJobs => SubmitAsync(),
        _ => ledger.Jobs.Count >= MostJobs ? DeleteJobAsync() : UploadAsync(),
    };

    async Task UploadAsync()
    {
        var (name, bytes, rows) = random.Next(2) == 0 ? ("iris", Iris, 150) : ("large", Large, 20_000);
        ledger.Tables[(await client.UploadAsync(name, bytes)).DataHandle] = rows;
    }

    async Task StepUploadAsync()
    {
        if (ledger.Upload is not { } upload)
        {
            var begin = new UploadBeginParams("chunked", JsonSerializer.SerializeToElement(Large.Length), JsonSerializer.SerializeToElement(Chunks));
            ledger.Upload = ((await client.Connection.CallAsync(Methods.DataUploadBegin, begin, Json.UploadBeginParams, Json.UploadBeginResult)).UploadId, []);
        }
        else if (upload.Chunks.Count == Chunks) await EndUploadAsync(upload.Id);
        else
        {
            var free = Enumerable.Range(1, Chunks).Except(upload.Chunks).ToArray();
            var chunk = free[random.Next(free.Length)];
            await ChunkUnlessThereAsync(upload.Id, chunk);
            upload.Chunks.Add(chunk);
        }
    }

    Task<Response> ChunkAsync(string upload, int chunk)
    {
        var size = (Large.Length + Chunks - 1) / Chunks;
        var bytes = Large.AsMemory((chunk - 1) * size, Math.Min(size, Large.Length - ((chunk - 1) * size)));
        return client.Connection.CallAsync(Methods.DataUploadChunk, new UploadChunkParams(upload, chunk), Json.UploadChunkParams, bytes);
    }

    // It may have been taken, and the server have ended before it could say so.
    async Task ChunkUnlessThereAsync(string upload, int chunk)
    {
        try
        {
            await ChunkAsync(upload, chunk);
        }
        catch (ServerErrorException e) when (e.Error.Message == $"Chunk {chunk} already received.")
        {
        }
    }

    async Task EndUploadAsync(string upload)
    {
        // Whether it ends is open until the answer comes.
        ledger.Upload = null;
        var entry = await client.Connection.CallAsync(Methods.DataUploadEnd, new UploadIdParams(upload), Json.UploadIdParams, Json.DataEntry);
        ledger.Tables[entry.DataHandle] = entry.Rows;
    }

    async Task DeleteTableAsync()
    {
        var handle = ledger.Tables.Keys.ElementAt(random.Next(ledger.Tables.Count));
        ledger.Tables.Remove(handle);
        await client.DeleteTableAsync(handle);
        ledger.GoneTables.Add(handle);
    }

    async Task SubmitAsync()
    {
        var small = ledger.Tables.FirstOrDefault(t => t.Value == 150).Key;
        var large = ledger.Tables.FirstOrDefault(t => t.Value != 150).Key;
        if (small is null || large is null) await UploadAsync();
        else ledger.Jobs.Add(await client.SubmitSomeAsync(random, small, large));
    }

    async Task CancelAsync()
    {
        var job = ledger.Jobs.ElementAt(random.Next(ledger.Jobs.Count));
        if (await client.CancelAsync(job)) ledger.Cancelled.Add(job);
    }

    async Task DeleteJobAsync()
    {
        var ended = (await client.JobsAsync()).Where(j => j.IsFinal()).Select(j => j.JobId).ToList();
        if (ended.Count == 0) return;
        var job = ended[random.Next(ended.Count)];
        ledger.Jobs.Remove(job);
        await client.DeleteJobAsync(job);
        ledger.GoneJobs.Add(job);
    }
}
