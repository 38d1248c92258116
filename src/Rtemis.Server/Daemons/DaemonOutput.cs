namespace Rtemis.Server.Daemons;

/// <summary>The last lines that a daemon printed to its standard error.</summary>
sealed class DaemonOutput
{
    const int KeptLines = 20;

    readonly Queue<string> _lines = [];

    /// <summary>All that are kept, oldest first.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > KeptLines) _lines.Dequeue();
        }
    }
}
