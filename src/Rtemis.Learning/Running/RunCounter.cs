namespace Rtemis.Learning.Running;

/// <summary>
/// Counts things done of a known total. Updates are held back to one in each interval of the run, but the last is always told. Safe for use by
/// several threads.
/// </summary>
public sealed class RunCounter
{
    readonly RunContext _context;
    readonly string _label;
    readonly string _kind;
    readonly int _total;
    readonly Lock _lock = new();
    int _current;
    long _lastTold;
    int? _number;

    internal RunCounter(RunContext context, string label, string kind, int total)
    {
        _context = context;
        _label = label;
        _kind = kind;
        _total = total;
        _lastTold = context.Clock.GetTimestamp();
        Tell(CounterPhase.Start);
    }

    /// <summary>One more is done.</summary>
    public void Advance()
    {
        lock (_lock)
        {
            _current++;
            if (_current < _total && _context.Clock.GetElapsedTime(_lastTold) < _context.CounterInterval) return;
            _lastTold = _context.Clock.GetTimestamp();
            Tell(CounterPhase.Update);
        }
    }

    /// <summary>No more will come.</summary>
    public void Complete()
    {
        lock (_lock) Tell(CounterPhase.Done);
    }

    void Tell(CounterPhase phase)
    {
        var (time, current) = (_context.Clock.GetUtcNow(), _current);
        _context.Send(() =>
        {
            // Counters are numbered in the order in which they are told.
            var number = _number ??= _context.Timeline.NextCounter();
            return new CounterMessage(
                time, $"{_label} {current}/{_total}", $"pb{number}", _context.Node?.Id, _kind, phase, current, _total, number == 1);
        });
    }
}
