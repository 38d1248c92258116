using System.Collections.Frozen;
using System.Text;

namespace Rtemis.Protocol;

/// <summary>Names that are found by their bytes, so that reading one that is known makes no string.</summary>
public sealed class NameTable
{
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;
    readonly int _longest;

    /// <summary>A table of these names.</summary>
    public NameTable(IEnumerable<string> names)
    {
        var known = names.ToFrozenSet();
        _names = known.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = known.Max(n => n.Length);
    }

    /// <summary>The name that is written so, or null where it is none of these.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _longest) return null;
        Span<char> text = stackalloc char[utf8.Length];
        return _names.TryGetValue(text[..Encoding.UTF8.GetChars(utf8, text)], out var name) ? name : null;
    }
}
