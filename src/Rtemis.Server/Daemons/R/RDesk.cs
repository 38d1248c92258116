using System.ComponentModel;
using System.Text.Json;
using Rtemis.Daemon;
using Rtemis.Engines;
using Rtemis.Engines.R;
using Rtemis.Protocol;

namespace Rtemis.Server.Daemons.R;

/// <summary>The R process that describes rtemis and checks requests, one question at a time. One that has ended is replaced with the next question.</summary>
sealed class RDesk(RDaemons kind, TimeProvider clock, ILogger<RDesk> log) : IRDesk, IDisposable
{
    // R with all that rtemis loads may take long to come up, from a network's disk or on a busy machine; its answers do not.
    static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim _turn = new(1);
    DaemonProcess? _daemon;
    bool _closed;

    /// <summary>The process's id, or null when there is none.</summary>
    public int? ProcessId => _daemon is { IsAlive: true } daemon ? daemon.Id : null;

    public async Task<JsonElement> AskAsync(string method, JsonElement parameters, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await AskAsync(Daemon(), method, parameters).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the process.</summary>
    public async Task StopAsync()
    {
        _closed = true;
        if (_daemon is not { } daemon) return;
        daemon.Kill();
        await daemon.Exited.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _daemon?.Dispose();
        _turn.Dispose();
    }

    async Task<JsonElement> AskAsync(DaemonProcess daemon, string method, JsonElement parameters)
    {
        var header = await WithinAsync(LongestStart, daemon, daemon.IsReadyAsync()).ConfigureAwait(false)
            ? await WithinAsync(LongestAnswer, daemon, daemon.AskAsync(method, parameters, DaemonJson.Default.JsonElement)).ConfigureAwait(false)
            : null;
        if (header is null) throw new RequestRefusedException(ErrorCodes.InternalError, $"R ended before it answered{Words(daemon)}");
        return header.Error is { } error ? throw new RequestRefusedException(error.Code, error.Message) : header.Result;
    }

    // What does not come in time comes with the daemon's end.
    async Task<T> WithinAsync<T>(TimeSpan time, DaemonProcess daemon, Task<T> asked)
    {
        using var answered = new CancellationTokenSource();
        var patience = Task.Delay(time, clock, answered.Token);
        if (await Task.WhenAny(asked, patience).ConfigureAwait(false) == patience) daemon.Kill(DaemonEnd.Unresponsive);
        await answered.CancelAsync().ConfigureAwait(false);
        return await asked.ConfigureAwait(false);
    }

    static string Words(DaemonProcess daemon) => daemon.LastOutput is [.., var last] ? $": {last}" : ".";

    DaemonProcess Daemon()
    {
        if (_daemon is { IsAlive: true } alive) return alive;
        if (_closed) throw new RequestRefusedException(ErrorCodes.InternalError, "The server stops.");
        try
        {
            _daemon?.Dispose();
            return _daemon = DaemonProcess.Start(kind, null, log);
        }
        catch (Win32Exception e)
        {
            throw new RequestRefusedException(ErrorCodes.InternalError, $"{kind.Program} can't be started: {e.Message}", e);
        }
    }
}
