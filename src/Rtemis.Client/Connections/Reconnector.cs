using System.Diagnostics;
using System.Net;
using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>Makes the connection that takes the place of a lost one.</summary>
/// <param name="dialer">Makes connections.</param>
/// <param name="sink">Takes the events.</param>
/// <param name="attach">What is to be done over each before anything else.</param>
sealed class Reconnector(LineDialer dialer, Action<ServerEvent> sink, Func<Connection, CancellationToken, Task> attach)
{
    /// <summary>The next connection, once there is one.</summary>
    /// <param name="lost">How the last one was lost.</param>
    /// <param name="closing">Ends the attempts.</param>
    /// <exception cref="ConnectionLostException">The time for it is over.</exception>
    /// <exception cref="ServerErrorException">The token is no longer right, or the session is gone.</exception>
    /// <exception cref="ConnectFailedException">The server no longer allows the origin.</exception>
    public async Task<Connection> AgainAsync(ConnectionLostException lost, CancellationToken closing)
    {
        var options = dialer.Options.Reconnect;
        var since = Stopwatch.StartNew();
        Exception last = lost;
        for (var attempt = 1; since.Elapsed < options.GiveUpAfter; attempt++)
        {
            await Task.Delay(options.PauseBefore(attempt), closing).ConfigureAwait(false);
            try
            {
                return await OpenAsync(closing).ConfigureAwait(false);
            }
            catch (Exception e) when (IsWorthTryingAgain(e))
            {
                last = e;
            }
        }
        if (options.GiveUpAfter == TimeSpan.Zero) throw lost;
        throw new ConnectionLostException($"The server could not be reached again within {options.GiveUpAfter.TotalSeconds:0.#} seconds. {last.Message}", last);
    }

    async Task<Connection> OpenAsync(CancellationToken closing)
    {
        var connection = await dialer.OpenAsync(sink, closing).ConfigureAwait(false);
        try
        {
            await attach(connection, closing).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // A refusal stands: another origin, another token, a session that is gone.
    static bool IsWorthTryingAgain(Exception e) => e switch
    {
        ConnectFailedException { Status: HttpStatusCode.Forbidden } => false,
        ConnectFailedException or ConnectionLostException or TimeoutException => true,
        ServerErrorException { Error.Code: ErrorCodes.InternalError or ErrorCodes.IoError or ErrorCodes.Cancelled } => true,
        _ => false,
    };
}
