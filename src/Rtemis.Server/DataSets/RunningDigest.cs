using System.Buffers;
using System.IO.Hashing;
using Rtemis.Engines;

namespace Rtemis.Server.DataSets;

/// <summary>The digest of bytes as they come, as long as they come in order: then nobody has to read them again for it.</summary>
sealed class RunningDigest
{
    readonly XxHash3 _hash = new();
    long _bytes;
    bool _isKnown = true;

    /// <summary>The digest of all that came, or null where it came in another order.</summary>
    public FileDigest? Value => _isKnown ? new(_bytes, _hash.GetCurrentHashAsUInt64()) : null;

    /// <summary>Takes the next bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isNext">Whether they follow on those that came.</param>
    public void Append(ReadOnlySequence<byte> bytes, bool isNext)
    {
        _isKnown &= isNext;
        if (!_isKnown) return;
        foreach (var block in bytes) _hash.Append(block.Span);
        _bytes += bytes.Length;
    }
}
