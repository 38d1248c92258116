using System.Text.Json;
using Rtemis.Daemon;
using Rtemis.Protocol;
using Rtemis.Server.Daemons;
using Rtemis.Server.Daemons.R;
using Rtemis.Server.Jobs;
using Rtemis.Server.State;

namespace Rtemis.Server.Handlers;

/// <summary>
/// The whole of an R result as a document, which is made when somebody asks for it: only R can read the object. A process of its own does it, so that no
/// running job is waited for, and its memory goes with it.
/// </summary>
sealed class RawDocuments(RDaemons kind, StateFolder folder, ILogger<RawDocuments> log)
{
    /// <summary>Makes it; the file is gone when the stream is closed.</summary>
    /// <exception cref="ProtocolException">There is no R any more, or it can't read the object.</exception>
    public async Task<FileStream> MakeAsync(JobResult result, CancellationToken cancellation)
    {
        if (kind.Installation is null) throw new ProtocolException(ErrorCodes.InternalError, "R made this result, and only R can tell `raw` of it; no R was found.");
        using var lease = result.Lease();
        using var daemon = DaemonProcess.Start(kind, null, log);
        var target = Path.Combine(folder.Uploads, $"raw-{Guid.NewGuid():N}.json");
        try
        {
            var header = await AskAsync(daemon, result.Path, target).WaitAsync(cancellation).ConfigureAwait(false);
            if (header is null) throw new ProtocolException(ErrorCodes.InternalError, $"R ended before it had `raw` ({string.Join(' ', daemon.LastOutput)}).");
            if (header.Error is { } error) throw new ProtocolException(error.Code, error.Message);
            return new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        }
        catch
        {
            File.Delete(target);
            throw;
        }
        finally
        {
            daemon.Kill();
            await daemon.Exited.ConfigureAwait(false);
        }
    }

    static async Task<DaemonHeader?> AskAsync(DaemonProcess daemon, string source, string target) => await daemon.IsReadyAsync().ConfigureAwait(false)
        ? await daemon.AskAsync("result.raw", JsonSerializer.SerializeToElement(new { source_folder = source, target }), DaemonJson.Default.JsonElement).ConfigureAwait(false)
        : null;
}
