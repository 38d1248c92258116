using System.Buffers.Binary;

namespace Rtemis.Data.Arrow;

/// <summary>Splits a record batch into the chunks of its columns.</summary>
static class RecordBatchReader
{
    /// <summary>Reads the row count of a batch; <paramref name="before"/> rows came before it.</summary>
    public static int ReadRows(FlatTable batch, int before)
    {
        var rows = batch.Int64(RecordBatchSlots.Length);
        return rows >= 0 && rows <= Array.MaxLength - before
            ? (int)rows
            : Throw.Format<int>($"A batch claims {rows} rows after {before}; a table has 0 to {Array.MaxLength}.");
    }

    /// <summary>Reads one chunk for each of <paramref name="fields"/>.</summary>
    /// <param name="fields">The columns that the batch holds.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="body">Its buffers.</param>
    /// <param name="before">The number of rows that the same columns have already.</param>
    /// <param name="context">What the whole stream shares.</param>
    public static Chunk[] Read(IReadOnlyList<ArrowField> fields, FlatTable batch, ReadOnlyMemory<byte> body, int before, ReadContext context)
    {
        var rows = ReadRows(batch, before);
        var cursor = new BufferCursor(batch, body, context.Inflater);
        if (cursor.NodeCount != fields.Count) Throw.Format($"A batch describes {cursor.NodeCount} columns; the schema has {fields.Count}.");
        var chunks = new Chunk[fields.Count];
        for (var i = 0; i < chunks.Length; i++) chunks[i] = ReadColumn(fields[i], rows, ref cursor, context);
        return chunks;
    }

    static Chunk ReadColumn(ArrowField field, int rows, ref BufferCursor cursor, ReadContext context)
    {
        var missing = cursor.NextNode(field.Name, rows);
        if (field.Type is ArrowType.Null)
        {
            context.Budget.ChargeBits(rows);
            return new Chunk { Rows = rows };
        }

        var validity = cursor.NextValidity(field.Name, rows, missing);
        if (field.Encoding is { } encoding)
            return new Chunk
            {
                Rows = rows,
                Validity = validity,
                Values = Cells(field.Name, rows, encoding.Index.Bits / 8, sizeof(int), ref cursor, context.Budget),
                Dictionary = context.Dictionaries.Current(encoding.Id),
            };
        return field.Type is ArrowType.Text text
            ? ReadText(field.Name, text.Layout, rows, validity, ref cursor, context.Budget)
            : new Chunk { Rows = rows, Validity = validity, Values = Fixed(field, rows, ref cursor, context.Budget) };
    }

    static ReadOnlyMemory<byte> Fixed(ArrowField field, int rows, ref BufferCursor cursor, ReadBudget budget)
    {
        switch (field.Type)
        {
            case ArrowType.Bool:
                budget.ChargeBits(rows);
                return cursor.NextBuffer(field.Name, (rows + 7L) / 8);
            case ArrowType.Int whole:
                return Cells(field.Name, rows, whole.Bits / 8, whole.Bits < 32 ? sizeof(int) : sizeof(double), ref cursor, budget);
            case ArrowType.Float real:
                return Cells(field.Name, rows, 2 << (int)real.Precision, sizeof(double), ref cursor, budget);
            case ArrowType.Date date:
                return Cells(field.Name, rows, date.Unit == DateUnit.Day ? sizeof(int) : sizeof(long), sizeof(int), ref cursor, budget);
            case ArrowType.Decimal:
                return Cells(field.Name, rows, 2 * sizeof(long), sizeof(double), ref cursor, budget);
            default:
                return Cells(field.Name, rows, sizeof(long), sizeof(double), ref cursor, budget);
        }
    }

    // Cells of a fixed width on the wire, charged at the width that they will have in the table.
    static ReadOnlyMemory<byte> Cells(string column, int rows, int width, int widthInTable, ref BufferCursor cursor, ReadBudget budget)
    {
        budget.Charge((long)rows * widthInTable);
        return cursor.NextBuffer(column, (long)rows * width);
    }

    static Chunk ReadText(string column, TextLayout layout, int rows, BitView? validity, ref BufferCursor cursor, ReadBudget budget)
    {
        if (layout == TextLayout.Views)
        {
            var views = Cells(column, rows, StreamFormat.ViewSize, sizeof(int), ref cursor, budget);
            var buffers = new ReadOnlyMemory<byte>[cursor.NextVariadicCount(column)];
            for (var i = 0; i < buffers.Length; i++) buffers[i] = cursor.NextBuffer(column);
            return new Chunk { Rows = rows, Validity = validity, Values = views, ViewBuffers = buffers };
        }

        var width = layout == TextLayout.Offsets32 ? sizeof(int) : sizeof(long);
        // Without rows a writer may leave out even the one offset.
        var offsets = Cells(column, rows == 0 ? 0 : rows + 1, width, sizeof(int), ref cursor, budget);
        var end = rows == 0 ? 0
            : width == sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(offsets.Span[^width..])
            : BinaryPrimitives.ReadInt64LittleEndian(offsets.Span[^width..]);
        if (end < 0) Throw.Column(column, $"its text ends at offset {end}.");
        budget.Charge(end);
        return new Chunk { Rows = rows, Validity = validity, Offsets = offsets, Values = cursor.NextBuffer(column, end) };
    }
}
