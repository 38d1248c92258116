namespace Rtemis.Server.Transport;

/// <summary>Keeps the blocks of a frame alive while it is worked on, also after the connection has read on. It is disposed once.</summary>
readonly struct BufferLease : IDisposable
{
    readonly BufferSegment _first;
    readonly int _count;

    internal BufferLease(BufferSegment first, int count)
    {
        _first = first;
        _count = count;
        Each(first, count, static s => s.Hold());
    }

    /// <summary>Lets go of the blocks. The frame's memory is not to be touched after this.</summary>
    public void Dispose() => Each(_first, _count, static s => s.Release());

    static void Each(BufferSegment first, int count, Action<BufferSegment> action)
    {
        var segment = first;
        for (var i = 0; i < count; i++)
        {
            var next = (BufferSegment?)segment.Next;
            action(segment);
            segment = next!;
        }
    }
}
