using Rtemis.Data.Arrow;

namespace Rtemis.Data;

/// <summary>
/// Reads an Arrow IPC stream (https://arrow.apache.org/docs/format/Columnar.html) into a <see cref="Table"/>.
/// <list type="bullet">
/// <item>Whole numbers of 8 and 16 bits, and of 32 with a sign, become integers; wider ones too when all of them fit (the least 32-bit
/// number does not: R takes it for a missing cell), else doubles. Numbers of type float16, float32 and decimal128 become doubles.</item>
/// <item>Text becomes a factor whose levels are the values present, sorted; dictionaries of text one with the dictionary's values, in
/// their order. Values that a dictionary gains or gets instead, later in the stream, follow those it had.</item>
/// <item>Dates and timestamps keep their kind, timestamps to the microsecond; a column of type null becomes a logical one, all missing.</item>
/// </list>
/// Other types are refused, and so are big-endian streams. Bodies may be compressed with LZ4 or Zstandard.
/// </summary>
public static class ArrowStreamReader
{
    /// <summary>
    /// Reads <paramref name="stream"/>. Columns are views over it where their layout allows, so it must stay unchanged as long as
    /// they are in use.
    /// </summary>
    /// <param name="stream">The stream; it may end with or without an end marker, and what follows the marker is ignored.</param>
    /// <param name="levelOrder">The order of the levels that text becomes; <see cref="RootCollation"/> when null.</param>
    /// <param name="memoryLimit">
    /// The most bytes that the table may take, its views included; when null, 64 times the length of the stream and 16 MiB more.
    /// A logical cell counts one bit, any other its width in memory, a text its length.
    /// </param>
    /// <exception cref="ArrowFormatException">The bytes are not such a stream, hold a type that is not read, or exceed the limit.</exception>
    public static Table Read(ReadOnlyMemory<byte> stream, IComparer<string>? levelOrder = null, long? memoryLimit = null)
    {
        RefuseFileFormat(stream.Span);
        using var context = new ReadContext(memoryLimit ?? ReadBudget.DefaultLimit(stream.Length));
        var messages = new MessageReader(stream);
        if (!messages.TryRead(out var message)) Throw.Format("The stream is empty: it lacks even a schema.");
        if (message.Kind != MessageHeader.Schema) Throw.Format("The stream does not start with a schema.");
        var fields = SchemaReader.Read(message.Header, context.Budget);
        context.Dictionaries.Declare(fields);

        var columns = Array.ConvertAll(fields, field => new ColumnChunks(field));
        var rows = 0;
        while (messages.TryRead(out message))
        {
            switch (message.Kind)
            {
                case MessageHeader.DictionaryBatch:
                    context.Dictionaries.Read(message, context);
                    break;
                case MessageHeader.RecordBatch:
                    rows += AddBatch(columns, fields, message, rows, context);
                    break;
                default:
                    Throw.Format($"The message at byte {message.Position} is of kind {(int)message.Kind}, which a stream does not hold there.");
                    break;
            }
        }
        var order = levelOrder ?? RootCollation.Instance;
        return new Table(Array.ConvertAll(columns, c => ColumnReader.Read(c, context.Dictionaries, order, context.Budget)), rows);
    }

    static int AddBatch(ColumnChunks[] columns, ArrowField[] fields, Message message, int before, ReadContext context)
    {
        var rows = RecordBatchReader.ReadRows(message.Header, before);
        // Rows of no column take no memory, but whoever loops over them takes time.
        context.Budget.ChargeBits(rows);
        var chunks = RecordBatchReader.Read(fields, message.Header, message.Body, before, context);
        for (var i = 0; i < columns.Length; i++) columns[i].Add(chunks[i]);
        return rows;
    }

    static void RefuseFileFormat(ReadOnlySpan<byte> stream)
    {
        if (stream.StartsWith("ARROW1"u8)) Throw.Format("This is an Arrow file (also called Feather); send the streaming format instead.");
    }
}
