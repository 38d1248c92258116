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
    readonly int _number;
    readonly Lock _lock = new();
    int _current;
    long _lastTold;

    internal RunCounter(RunContext context, string label, string kind, int total)
    {
        _context = context;
        _label = label;
        _kind = kind;
        _total = total;
        _number = context.Timeline.NextCounter();
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

    void Tell(CounterPhase phase) => _context.Send(new CounterMessage(
        _context.Clock.GetUtcNow(), $"{_label} {_current}/{_total}", $"pb{_number}", _context.Node?.Id, _kind, phase, _current, _total, _number == 1));
}
