using System.Buffers;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Tests.Transport;

public class ReceiveBufferTests
{
    static void Write(ReceiveBuffer buffer, byte[] bytes)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var room = buffer.GetMemory();
            var count = Math.Min(room.Length, bytes.Length - done);
            bytes.AsMemory(done, count).CopyTo(room);
            buffer.Advance(count);
            done += count;
        }
    }

    [Fact]
    public void WhatIsWrittenIsReadAndTakenInOrderWhateverTheSizes()
    {
        var random = new Random(7);
        using var buffer = new ReceiveBuffer();
        Queue<byte> expected = [];
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(1, 100_000)];
            random.NextBytes(bytes);
            Write(buffer, bytes);
            foreach (var b in bytes) expected.Enqueue(b);
            Assert.Equal(expected.Count, buffer.Unread.Length);
            var take = random.Next(1, expected.Count + 1);
            var slice = buffer.Unread.Slice(0, take);
            using (buffer.Take(take)) Assert.Equal(Dequeue(expected, take), slice.ToArray());
        }
        while (expected.Count > 0)
        {
            var all = buffer.Unread.ToArray();
            Assert.Equal(Dequeue(expected, expected.Count), all);
            buffer.Take(all.Length).Dispose();
        }
        Assert.True(buffer.Unread.IsEmpty);
    }

    [Fact]
    public void LeasedBytesStayWhileTheBufferReadsOn()
    {
        using var buffer = new ReceiveBuffer();
        var first = Enumerable.Repeat((byte)1, 150_000).ToArray();
        Write(buffer, first);
        var slice = buffer.Unread;
        using var lease = buffer.Take(first.Length);
        for (var i = 0; i < 50; i++)
        {
            Write(buffer, Enumerable.Repeat((byte)2, 70_000).ToArray());
            buffer.Take(70_000).Dispose();
        }
        Assert.Equal(first, slice.ToArray());
    }

    [Fact]
    public void ClearingDropsWhatWasNotTaken()
    {
        using var buffer = new ReceiveBuffer();
        Write(buffer, [1, 2, 3]);
        buffer.Clear();
        Assert.True(buffer.Unread.IsEmpty);
        Write(buffer, [4]);
        Assert.Equal([4], buffer.Unread.ToArray());
    }

    static byte[] Dequeue(Queue<byte> queue, int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = queue.Dequeue();
        return bytes;
    }
}
