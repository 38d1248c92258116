using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Rtemis.Data.Arrow;

/// <summary>
/// Distinct texts, numbered in order of first appearance: a hash table over their UTF-8 bytes, so that a repeated text is never decoded.
/// </summary>
sealed class LevelSet(ReadBudget budget)
{
    readonly List<string> _levels = [];
    readonly List<(int Hash, int Start, int Length)> _entries = [];
    byte[] _bytes = [];
    int _used;
    int[] _slots = NewSlots(16);

    public IReadOnlyList<string> Levels => _levels;

    /// <summary>The number of <paramref name="utf8"/>, which is new or known.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="column">Whose text it is, for messages.</param>
    public int CodeOf(ReadOnlySpan<byte> utf8, string column)
    {
        var hash = Hash(utf8);
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        for (; _slots[slot] >= 0; slot = (slot + 1) & mask)
        {
            var (knownHash, start, length) = _entries[_slots[slot]];
            if (knownHash == hash && utf8.SequenceEqual(_bytes.AsSpan(start, length))) return _slots[slot];
        }
        return Add(utf8, hash, slot, column);
    }

    int Add(ReadOnlySpan<byte> utf8, int hash, int slot, string column)
    {
        if (!Utf8.IsValid(utf8)) Throw.Column(column, "it holds text that is not valid UTF-8.");
        if (utf8.Length > Array.MaxLength - _used) Throw.Column(column, "its distinct texts are longer than 2 GB.");
        budget.Charge(ReadBudget.TextOverhead + 3L * utf8.Length);
        if (utf8.Length > _bytes.Length - _used)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, (long)_used + utf8.Length)));
        utf8.CopyTo(_bytes.AsSpan(_used));
        var code = _levels.Count;
        _entries.Add((hash, _used, utf8.Length));
        _levels.Add(Encoding.UTF8.GetString(utf8));
        _used += utf8.Length;
        _slots[slot] = code;
        if (_levels.Count * 2 > _slots.Length) Grow();
        return code;
    }

    void Grow()
    {
        _slots = NewSlots(_slots.Length * 2);
        var mask = _slots.Length - 1;
        for (var code = 0; code < _entries.Count; code++)
        {
            var slot = _entries[code].Hash & mask;
            while (_slots[slot] >= 0) slot = (slot + 1) & mask;
            _slots[slot] = code;
        }
    }

    static int[] NewSlots(int count)
    {
        var slots = new int[count];
        slots.AsSpan().Fill(-1);
        return slots;
    }

    // The runtime's string hash has a secret key, so that nobody can send texts which all collide. It reads pairs of bytes.
    static int Hash(ReadOnlySpan<byte> utf8)
    {
        var pairs = string.GetHashCode(MemoryMarshal.Cast<byte, char>(utf8));
        return (utf8.Length & 1) == 0 ? pairs : HashCode.Combine(pairs, utf8[^1]);
    }
}
