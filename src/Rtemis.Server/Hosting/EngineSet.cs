using Rtemis.Engines;
using Rtemis.Engines.Native;
using Rtemis.Engines.R;
using Rtemis.Protocol;
using Rtemis.Server.Daemons.R;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Options;

namespace Rtemis.Server.Hosting;

/// <summary>The engines that the server offers. R takes seconds to come up: where another engine is the default, the server does not wait for it.</summary>
sealed partial class EngineSet(ServerOptions options, RDaemons daemons, RDesk desk, ILogger<EngineSet> log)
{
    const string NoR = "No R was found. Install it (https://www.r-project.org), or name its Rscript with --rscript.";

    volatile IReadOnlyList<IEngine> _all = options.Engine == REngine.EngineName ? [] : [new NativeEngine()];
    Task<IEngine>? _coming;

    /// <summary>Those that are ready; the first is the default.</summary>
    public IReadOnlyList<IEngine> All => _all;

    /// <summary>The engine of jobs that name none, whose catalogue clients see.</summary>
    public IEngine Default => All[0];

    /// <summary>Starts what the options ask for.</summary>
    /// <exception cref="EngineMissingException">R is to be the engine, and can't be.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (options.Engine == "native") return;
        _coming = LoadAsync(cancellation);
        if (options.Engine == REngine.EngineName) await _coming.ConfigureAwait(false);
        else _ = TellAsync(_coming);
    }

    /// <summary>Ends what the engines run in the server's name.</summary>
    public Task StopAsync() => desk.StopAsync();

    /// <summary>The engine of that name, or the default for null.</summary>
    /// <exception cref="ProtocolException">There is none of that name, or it is not ready.</exception>
    public IEngine Find(string? name) => name is null ? Default : All.FirstOrDefault(e => e.Name == name) ?? throw Unknown(name);

    /// <summary>The same, waiting for one that is coming up.</summary>
    /// <exception cref="ProtocolException">There is none of that name, or it can't be used.</exception>
    public async Task<IEngine> FindAsync(string? name, CancellationToken cancellation)
    {
        if (name != REngine.EngineName || _coming is not { } coming) return Find(name);
        try
        {
            return await coming.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (EngineMissingException e)
        {
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`engine` 'r' can't be used here: {e.Message}", e);
        }
    }

    async Task<IEngine> LoadAsync(CancellationToken cancellation)
    {
        if (daemons.Installation is null) throw new EngineMissingException(NoR);
        try
        {
            var engine = await REngine.OpenAsync(desk, cancellation).ConfigureAwait(false);
            _all = [.. _all, engine];
            return engine;
        }
        catch (RequestRefusedException e)
        {
            throw new EngineMissingException($"{e.Message} (`rtemis-server doctor` tells what is there.)", e);
        }
    }

    async Task TellAsync(Task<IEngine> coming)
    {
        try
        {
            var engine = await coming.ConfigureAwait(false);
            LogReady(log, engine.RtemisVersion, engine.RVersion);
        }
        catch (EngineMissingException e)
        {
            // Whoever asks for it is told, too.
            LogMissing(log, e.Message);
        }
        catch (OperationCanceledException)
        {
            // The server does not start after all.
        }
    }

    ProtocolException Unknown(string name) => new(
        ErrorCodes.InvalidParams, $"`engine` must be one of {string.Join(", ", All.Select(e => $"'{e.Name}'"))} (got '{Shown.Json(name)}').");

    [LoggerMessage(620, LogLevel.Information, "The engine r is ready: rtemis {RtemisVersion} in {RVersion}.")]
    static partial void LogReady(ILogger log, string rtemisVersion, string? rVersion);

    [LoggerMessage(621, LogLevel.Debug, "There is no engine r: {Reason}")]
    static partial void LogMissing(ILogger log, string reason);
}
