using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Rtemis.Data;

/// <summary>Counts distinct 64-bit patterns: an open-addressing hash table that is used for one column after another.</summary>
sealed class DistinctCounter
{
    const int FirstSlots = 1 << 10;

    // The table starts with room for this many without growing: what fits in a core's own cache.
    const int RoomAtStart = 1 << 17;

    // Drawn once a process, so that nobody can send values which all collide; counts do not depend on it.
    static readonly ulong Key = MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    ulong[] _slots = [];
    int _shift;
    int _limit;
    int _count;

    // An empty slot is 0, so that pattern is kept aside.
    bool _zero;

    /// <summary>Distinct patterns since <see cref="Reset"/>.</summary>
    public int Count => _count + (_zero ? 1 : 0);

    /// <summary>Forgets everything, and makes room for about <paramref name="expected"/> additions.</summary>
    public void Reset(int expected)
    {
        var size = FirstSlots;
        while (size < 2L * Math.Min(expected, RoomAtStart)) size *= 2;
        if (_slots.Length == size) _slots.AsSpan().Clear();
        else _slots = new ulong[size];
        Fit();
        _count = 0;
        _zero = false;
    }

    public void Add(ulong pattern)
    {
        if (pattern == 0)
        {
            _zero = true;
            return;
        }
        if (!Insert(_slots, _shift, pattern)) return;
        if (++_count > _limit) Grow();
    }

    void Grow()
    {
        var known = _slots;
        _slots = new ulong[known.Length * 2];
        Fit();
        foreach (var pattern in known)
            if (pattern != 0) Insert(_slots, _shift, pattern);
    }

    void Fit()
    {
        _shift = 64 - int.TrailingZeroCount(_slots.Length);
        _limit = _slots.Length / 2;
    }

    static bool Insert(ulong[] slots, int shift, ulong pattern)
    {
        var mixed = pattern ^ Key;
        mixed = (mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
        var slot = (int)(mixed >> shift);
        while (true)
        {
            var there = slots[slot];
            if (there == pattern) return false;
            if (there == 0) break;
            slot = (slot + 1) & (slots.Length - 1);
        }
        slots[slot] = pattern;
        return true;
    }
}
