namespace Rtemis.Learning.Running;

/// <summary>
/// Lets parts of a run that go on at the same time tell what they do as if they had run one after the other: the first of them that has not ended is
/// heard at once, what those behind it say is kept until it is their turn.
/// </summary>
/// <param name="count">The number of parts.</param>
sealed class TellingOrder(int count)
{
    readonly Lock _lock = new();
    readonly Dictionary<int, Queue<Action>> _kept = [];
    readonly HashSet<int> _ended = [];
    int _turn;

    /// <summary>Lets a part say something, now or when it is its turn.</summary>
    public void Tell(int part, Action saying)
    {
        lock (_lock)
        {
            if (part >= count) return;
            if (part == _turn) saying();
            else Kept(part).Enqueue(saying);
        }
    }

    /// <summary>A part has ended.</summary>
    public void End(int part)
    {
        lock (_lock)
        {
            _ended.Add(part);
            while (_ended.Remove(_turn))
            {
                _turn++;
                if (_kept.Remove(_turn, out var sayings))
                    foreach (var saying in sayings) saying();
            }
        }
    }

    /// <summary>The parts end with this one: what those behind it say is not told.</summary>
    public void EndAll(int part)
    {
        lock (_lock)
        {
            for (var behind = part + 1; behind < count; behind++) _kept.Remove(behind);
            count = Math.Min(count, part + 1);
        }
    }

    Queue<Action> Kept(int part)
    {
        if (!_kept.TryGetValue(part, out var sayings)) _kept[part] = sayings = new Queue<Action>();
        return sayings;
    }
}
