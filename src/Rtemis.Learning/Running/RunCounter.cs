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
    readonly TimeSpan _silence;
    readonly Lock _lock = new();
    int _current;
    long _lastTold;
    int? _number;

    bool _isTold;

    /// <param name="context">The step that it belongs to.</param>
    /// <param name="label">What is counted.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="silence">Nothing is told before this has passed, and nothing at all where it is over by then.</param>
    internal RunCounter(RunContext context, string label, string kind, int total, TimeSpan silence)
    {
        _context = context;
        _label = label;
        _kind = kind;
        _total = total;
        _silence = silence;
        _lastTold = context.Clock.GetTimestamp();
        if (silence == TimeSpan.Zero) Open();
    }

    /// <summary>One more is done.</summary>
    public void Advance()
    {
        lock (_lock)
        {
            _current++;
            var waited = _context.Clock.GetElapsedTime(_lastTold);
            if (!_isTold)
            {
                if (waited < _silence) return;
                Open();
            }
            else if (_current < _total && waited < _context.CounterInterval)
            {
                return;
            }
            _lastTold = _context.Clock.GetTimestamp();
            Tell(CounterPhase.Update);
        }
    }

    /// <summary>No more will come.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            if (_isTold) Tell(CounterPhase.Done);
        }
    }

    void Open()
    {
        _isTold = true;
        Tell(CounterPhase.Start);
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
