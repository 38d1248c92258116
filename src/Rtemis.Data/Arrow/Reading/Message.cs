namespace Rtemis.Data.Arrow;

/// <summary>One message of a stream.</summary>
/// <param name="kind">What it carries.</param>
/// <param name="header">The table that says so.</param>
/// <param name="body">The buffers that the header refers to, over the input.</param>
/// <param name="position">Where the message starts in the input.</param>
readonly ref struct Message(MessageHeader kind, FlatTable header, ReadOnlyMemory<byte> body, int position)
{
    public MessageHeader Kind { get; } = kind;

    public FlatTable Header { get; } = header;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public int Position { get; } = position;
}
