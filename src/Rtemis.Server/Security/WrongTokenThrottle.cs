using Rtemis.Protocol;

namespace Rtemis.Server.Security;

/// <summary>
/// Slows down guessing over all connections: each wrong token after the first few adds to the time that the answer to the next one takes. The count
/// halves every ten seconds, so that one's own slips are soon forgotten. A right token is never held up.
/// <para>
/// A connection is deaf while its wrong token waits for its answer, and keeps its place among the few that may be without a token, even if its client
/// has left. So all guessers together try no more than one token a place and <see cref="Longest"/>: 384 a minute.
/// </para>
/// </summary>
sealed class WrongTokenThrottle(TimeProvider clock)
{
    const double FreeTries = 8;
    static readonly TimeSpan HalfLife = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    double _recent;
    long _last = clock.GetTimestamp();

    /// <summary>The most that an answer waits: as long as a connection may be without a token, so that such a one is its last.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(ProtocolLimits.UnauthenticatedSeconds);

    /// <summary>Counts a wrong token and says how long its answer is to wait.</summary>
    public TimeSpan Penalty()
    {
        lock (_lock)
        {
            _recent *= Math.Pow(0.5, clock.GetElapsedTime(_last) / HalfLife);
            _last = clock.GetTimestamp();
            _recent++;
            var over = Math.Max(0, _recent - FreeTries);
            return TimeSpan.FromMilliseconds(Math.Min(Longest.TotalMilliseconds, 50 * (Math.Pow(1.5, over) - 1)));
        }
    }
}
